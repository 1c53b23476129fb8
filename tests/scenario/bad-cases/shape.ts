import { type Case, one } from './case.ts';

export const SHAPE: readonly Case[] = [
  one('an unknown section', 'roads:\n', '‹raods›: {}\nroads:\n', [
    'unknown-key',
    'unknown key `raods`; did you mean',
  ]),
  one('an unknown key', 'lanes: 3,', 'lanes: 3, ‹pertrol›: 4,', ['unknown-key', 'unknown key `pertrol`']),
  {
    title: 'a misspelt key, which is unknown and missing at once',
    from: 'north: { site: hkia, lanes: 3',
    to: '‹north›: { site: hkia, ‹lnaes›: 3',
    problems: [
      ['missing-key', '`lanes` is missing (Search lanes working at once; needs a count such as 4)'],
      ['unknown-key', 'unknown key `lnaes`; did you mean `lanes`?'],
    ],
  },
  one('a key of another action', '{ do: stopFlights }', '{ do: stopFlights, ‹gate›: north }', [
    'unknown-key',
    '`gate`',
  ]),
  one('no title', 'airbridge: 1\ntitle: Small\n', '‹airbridge: 1›\n', [
    'missing-key',
    '`title` is missing (What it is called; needs a text)',
  ]),
  one(
    'an action without a name',
    '{ at: 6 h, do: openGate, gate: north, source: P13 }',
    '‹{ at: 6 h, gate: north, source: P13 }›',
    ['missing-key', '`do` is missing: it names the action'],
  ),
  one('an unknown action', 'do: openGate', 'do: ‹opengate›', ['unknown-choice', 'did you mean `openGate`?']),
  one('an action that is a number', 'do: openGate', 'do: ‹7›', ['unknown-choice', '`7`; known: openGate']),
  one('an action that is a text', '{ do: stopFlights }', '‹stopFlights›', [
    'wrong-type',
    'needs a mapping (key: value), found `stopFlights`',
  ]),
  one('an unknown word', 'leaves: ordered', 'leaves: ‹orderd›', [
    'unknown-choice',
    'did you mean `ordered`?',
  ]),
  one('another version', 'airbridge: 1', 'airbridge: ‹2›', [
    'wrong-version',
    'reads version 1 of the format, found `2`',
  ]),
  one('a version in words', 'airbridge: 1', 'airbridge: ‹one›', ['wrong-version', 'found `one`']),
  one('a text where a mapping is needed', 'runway: { separation: 3 min }', 'runway: ‹yes›', [
    'wrong-type',
    'found `yes`',
  ]),
  one(
    'a list where a mapping is needed',
    'lives: { north-road: 100 % }\n    site: hkia\n    t',
    'lives: ‹[north-road]›\n    site: hkia\n    t',
    ['wrong-type', 'needs a mapping of names, found a list'],
  ),
  one('a mapping where a list is needed', 'admits: [us, uk]', 'admits: ‹{ us: true }›', [
    'wrong-type',
    'needs a list ([…] or lines that begin with -), found a mapping',
  ]),
  one('a word where a truth value is needed', 'present: true', 'present: ‹yes›', [
    'wrong-type',
    'needs true or false, found `yes`; did you mean `true`?',
  ]),
  one('a number where a text is needed', 'title: Small', 'title: ‹2021›', [
    'wrong-type',
    'needs a text, found `2021`: put it in quotes',
  ]),
  one('a section that is empty by mistake', 'stands: 4\n', 'stands: ‹›\n', [
    'wrong-type',
    'needs a count such as 4, found nothing',
  ]),
  one('a route with three ends', '[haven, hkia]', '‹[haven, hkia, compound]›', ['wrong-length', 'found 3']),
  one(
    'a day of 23 hours',
    '[1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1]',
    '‹[1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1]›',
    ['wrong-length', 'needs 24 entries, found 23'],
  ),
  one('a policy that does nothing', 'actions: [{ do: closeGate, gate: north }]', 'actions: ‹[]›', [
    'wrong-length',
    'needs at least 1 entry, found 0',
  ]),
  one('a name with a dot', '  haven:\n', '  ‹ha.ven›:\n    assumed: x\n  haven:\n', [
    'bad-name',
    '`ha.ven` cannot be a name',
  ]),
  one('a name of digits', '  haven:\n', '  ‹12›:\n    assumed: x\n  haven:\n', [
    'bad-name',
    '`12` cannot be a name',
  ]),
];

export const YAML: readonly Case[] = [
  one('a tab as indent', '  hkia:\n    title: The airfield', '  hkia:\n‹\t›title: The airfield', [
    'yaml',
    'tabs may not indent: use spaces',
  ]),
  {
    title: 'an open bracket',
    from: 'carries: [consular], assumed: test }\n\nflights:',
    to: 'carries: [consular, assumed: test ‹}›\n\n‹f›lights:',
    problems: [
      ['yaml', 'end with a ]'],
      ['yaml', 'end with a }'],
    ],
  },
  one('a second document', 'variants:\n', '‹---›\nvariants:\n', [
    'multiple-documents',
    'a scenario is one document',
  ]),
  one('an alias of nothing', 'time: 8 min', 'time: ‹*eight›', ['yaml', 'no anchor &eight']),
  one('an alias of itself', 'carries: [consular]', 'carries: &list [‹*list›]', [
    'circular',
    'the alias *list stands inside its own anchor',
  ]),
  one('a tag', 'title: Small', 'title: ‹!!js/function› Small', ['yaml', 'tags (!) are not used here']),
  one('a merge key', 'title: The airfield', '‹<<›: { stands: 3 }', [
    'yaml',
    'merge keys (<<) belong to YAML 1.1',
  ]),
  one('a mapping as a key', 'title: The airfield', '? ‹{ a: 1 }›\n    : 2', [
    'bad-name',
    'a key must be a word',
  ]),
  one('a control character', 'title: Small', 'title: Sm‹\u0000›all', [
    'not-text',
    'it holds the control character U+0000',
  ]),
  one('bytes that are not UTF-8', 'title: Small', 'title: Sm‹\ufffd›all', [
    'not-text',
    'it is not valid UTF-8',
  ]),
];

export const ANNOTATIONS: readonly Case[] = [
  one('a source that is a number', 'source: P1\n', 'source: ‹7›\n', [
    'bad-annotation',
    '`source` needs a text, where the number comes from, found `7`: put it in quotes',
  ]),
  one('an assumption without a reason', 'assumed: two landing spots', 'assumed: ‹true›', [
    'bad-annotation',
    '`assumed` needs a text, the reason in words, found `true`',
  ]),
  one('an unknown grade', 'grade: estimate', 'grade: ‹estimated›', [
    'bad-annotation',
    'found `estimated`; did you mean `estimate`?',
  ]),
  one('a grade of nothing', 'haven:\n    assumed: for the test', 'haven:\n    grade: ‹observed›', [
    'bad-annotation',
    '`grade` needs a `source`, or a reason under `assumed`',
  ]),
  one(
    'an observed assumption',
    'assumed: two landing spots',
    'assumed: two landing spots, grade: ‹observed›',
    ['bad-annotation', 'what is assumed is not observed'],
  ),
];
