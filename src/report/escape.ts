const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A piece of finished markup, kept apart from text so that the two cannot be confused. */
export interface Markup {
  readonly markup: string;
}

/**
 * Text that HTML reads as text, in content and in quoted attributes.
 *
 * @example
 * escapeText('<b> & "x"') // => '&lt;b&gt; &amp; &quot;x&quot;'
 */
export const escapeText = (text: string): string =>
  text.replace(/[&<>"']/gu, (letter) => ENTITIES[letter] as string);

/** What may stand in a template: markup as it is, lists one after the other, everything else as text. */
export type Part = Markup | string | number | readonly Part[];

/**
 * Markup from a template in which every inserted value is escaped unless it is markup already.
 *
 * @example
 * html`<p>${'<script>'}</p>`.markup // => '<p>&lt;script&gt;</p>'
 */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const markup = texts.reduce((all, text, index) => all + rendered(parts[index - 1] ?? '') + text);
  return { markup };
}

function rendered(part: Part): string {
  if (typeof part === 'string') return escapeText(part);
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map(rendered).join('');
}

/** JSON that can stand inside a script element: no `<`, so nothing in it can end the element or open a comment. */
export const inlineJson = (value: unknown): Markup => ({
  markup: JSON.stringify(value)
    .replace(/</gu, '\\u003c')
    .replace(/\u2028/gu, '\\u2028')
    .replace(/\u2029/gu, '\\u2029'),
});

/** A program that can stand inside a script element. */
export const inlineScript = (code: string): string =>
  code.replace(/<\/(script)/giu, '<\\/$1').replace(/<!--/gu, '<\\!--');
