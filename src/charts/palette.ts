/**
 * Okabe and Ito's palette, told apart by readers with any common form of colour blindness
 * (Color Universal Design, 2008, https://jfly.uni-koeln.de/color/). Yellow comes last: it is faint on white.
 */
export const PALETTE = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#56B4E9', '#D55E00', '#F0E442'] as const;

/** Colours with a fixed meaning in every chart. */
export const INK = '#1A1A1A';
export const NEUTRAL = '#7A7A7A';
export const BETTER = '#0072B2';
export const WORSE = '#D55E00';

/** The palette's colour for the `index`-th series, going round after the seventh. */
export const colour = (index: number): string => PALETTE[index % PALETTE.length] as string;

/**
 * A colour with an alpha channel.
 *
 * @param hex `#RRGGBB`
 * @param alpha 0 (clear) to 1 (solid)
 * @example
 * translucent('#0072B2', 0.2) // => '#0072B233'
 */
export function translucent(hex: string, alpha: number): string {
  return (
    hex +
    Math.round(alpha * 255)
      .toString(16)
      .toUpperCase()
      .padStart(2, '0')
  );
}

/** What the page lends to a chart: paper, ink and rules. */
export interface Theme {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly rule: string;
}

export const LIGHT: Theme = { paper: '#FFFFFF', ink: INK, faint: '#595959', rule: '#E3E3E3' };
export const DARK: Theme = { paper: '#16181C', ink: '#ECECEC', faint: '#B4B4B4', rule: '#33373D' };

/** The dark page's version of a colour of ours: the two that vanish on black are lifted, the rest stay. */
export function onTheme(hex: string, theme: Theme): string {
  if (theme !== DARK) return hex;
  return hex
    .replace(/^#0072B2/i, '#3D9BDC')
    .replace(/^#1A1A1A/i, '#ECECEC')
    .replace(/^#7A7A7A/i, '#9A9A9A');
}
