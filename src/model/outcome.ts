/**
 * What one replication leaves behind, and how to read it. Everything here is plain, readonly and
 * JSON-serialisable, so that a worker, another host or a browser can send it back.
 */

/** How a measure is read and summarised. */
export type MeasureKind =
  /** people, flights, officers … in whole numbers */
  | 'count'
  /** minutes after the start; `Infinity` means that it did not happen within the run */
  | 'time'
  /** 0 to 1 in every replication, for instance the share of seats flown empty */
  | 'share'
  /** 0 or 1 in every replication; its mean is a probability */
  | 'indicator'
  /** person-hours, officer-hours, stand-hours */
  | 'hours';

/** One number of every replication: its name, meaning and unit. */
export interface MeasureSpec {
  /** kebab-case, unique in the run; with a name after a dot where it belongs to one: `people-out.us-nationals` */
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly kind: MeasureKind;
  /** which direction a planner wants; `neither` for facts such as the hour the capital falls */
  readonly better: 'more' | 'less' | 'neither';
  /** shown in the terminal's summary and on the report's cards */
  readonly headline: boolean;
  /** heading under which tables put it: `Evacuees`, `Embassy`, `Force`, `Airfield`, `Threat` */
  readonly section: string;
  /** one sentence: exactly what is counted, when, and at what instant */
  readonly description: string;
}

/** What a series counts, for charts that gather several of them. */
export type SeriesTopic =
  | 'out'
  | 'safe'
  | 'tally'
  | 'loads'
  | 'stage'
  | 'troops'
  | 'staff'
  | 'consular'
  | 'airfield'
  | 'pads'
  | 'parking'
  | 'craft'
  | 'crowd'
  | 'threat'
  | 'constraint'
  | 'haven'
  | 'beds'
  | 'incident'
  | 'withdrawal';

/** One level sampled on the run's fixed time grid. */
export interface SeriesSpec {
  /** kebab-case with the name it belongs to after a dot: `out.us-nationals`, `stands-in-use.hkia` */
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly topic: SeriesTopic;
  /** nothing above this can be shown, for instance the number of stands; absent when there is none */
  readonly limit?: number;
}

/**
 * What an observation is good for: the scenario was tuned on it, it was kept from all tuning, the scenario
 * scripts it, or it is only compared.
 */
export type ObservationUse = 'calibrate' | 'hold-out' | 'event' | 'check';

interface Recorded {
  /** in the unit of the series or measure; a time in minutes after the start */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
  readonly source: string;
  readonly use: ObservationUse;
}

/** A published or assumed point drawn beside a series and compared with it. */
export interface LevelObservation extends Recorded {
  /** id of the series */
  readonly series: string;
  /** minutes after the start */
  readonly at: number;
}

/** A published or assumed value compared with a measure. */
export interface MeasureObservation extends Recorded {
  /** id of the measure */
  readonly measure: string;
}

/** A published or assumed value compared with what a series did in some time. */
export interface ChangeObservation extends Recorded {
  /** `rise`: by how much it rose; `pause`: the longest time in which it did not, in hours */
  readonly change: 'rise' | 'pause';
  /** id of the series */
  readonly of: string;
  /** id of the series by whose rise in the same time a rise is divided: people by flights */
  readonly per?: string;
  /** minutes after the start */
  readonly since: number;
  readonly at: number;
}

/** What was recorded in the world, to be set beside what the runs give. */
export type Observation = LevelObservation | MeasureObservation | ChangeObservation;

/** What the reader is asked to guess before the result is shown. */
export interface Question {
  readonly id: string;
  readonly text: string;
  /** id of the measure that answers it */
  readonly measure: string;
  /** what the guess counts, in words */
  readonly unit: string;
}

/** A planned level drawn as a stepped line beside a series. */
export interface PlanLine {
  readonly series: string;
  readonly label: string;
  /** minutes after the start, ascending, with the planned level from then on */
  readonly points: readonly { readonly at: number; readonly value: number }[];
}

/** Everything that is the same in every replication of a scenario. */
export interface Catalogue {
  readonly title: string;
  readonly question: string;
  /** id of the scenario file or variant, for headings: `kabul-48h`, `kabul-48h#force-late` */
  readonly name: string;
  /** the start in local time, as ISO without zone: `2021-08-13T12:00`; the offset in minutes: 270; and its name */
  readonly start: string;
  readonly utcOffset: number;
  readonly zone: string;
  /** headlines are read at `window` minutes; the run goes on to `horizon` minutes */
  readonly window: number;
  readonly horizon: number;
  /** minutes after the start at which series are sampled, from 0 to horizon */
  readonly grid: readonly number[];
  /** whether people leave from an airfield; words that are only true of aircraft are kept for such scenarios */
  readonly byAir: boolean;
  readonly measures: readonly MeasureSpec[];
  readonly series: readonly SeriesSpec[];
  readonly observations: readonly Observation[];
  readonly plans: readonly PlanLine[];
  /** absent where the scenario asks none */
  readonly questions?: readonly Question[];
}

/** An action that took effect in a run. */
export interface LoggedAction {
  readonly at: number;
  readonly origin: 'timeline' | 'policy' | 'decision' | 'threat' | 'incident';
  /** who or what ordered it: the policy's name, the place that fell, the incident, the decision's `by` */
  readonly by: string;
  /** the action as data, as in a scenario file */
  readonly action: { readonly do: string; readonly [key: string]: unknown };
  /** what it did, or why it did nothing */
  readonly note: string;
}

/** What one craft did from an instant to another, minutes after the start. */
export interface TailSpell {
  /** name of the fleet, as people read it */
  readonly fleet: string;
  /** number of the craft in its fleet */
  readonly tail: number;
  /** a tail state, such as `flying` */
  readonly state: string;
  readonly from: number;
  readonly to: number;
}

/** One replication's results, in the order of the catalogue. */
export interface Outcome {
  readonly seed: string;
  readonly replication: number;
  /** one number per `Catalogue.measures`; `Infinity` for a time that did not come */
  readonly measures: readonly number[];
  /** one row per `Catalogue.series`, one number per `Catalogue.grid` */
  readonly series: readonly (readonly number[])[];
  readonly actions: readonly LoggedAction[];
  /** size of the work, for the record */
  readonly people: number;
  readonly parties: number;
  readonly events: number;
}

/** One replication with the record of its craft, for one who looks at a single run. */
export interface RecordedOutcome extends Outcome {
  /** what every craft did, in the order in which it ended */
  readonly spells: readonly TailSpell[];
}
