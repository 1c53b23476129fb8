import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { HOSTILE, hostile } from '../charts/hostile.ts';
import { browserOrReason, openFile, type Watched } from './browser.ts';
import { askingSummary, comparisonPage, reportPage, worthPage } from './reports.ts';

const found = await browserOrReason();
const browser = found as Browser;
const folder = mkdtempSync(join(tmpdir(), 'airbridge-browser-'));
const kept = async (name: string, page: Promise<string>): Promise<string> => {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, await page);
  return file;
};
const pages = {
  run: await kept('run', reportPage(askingSummary, 'plain', new Map([['out', 4000]]))),
  comparison: await kept('comparison', comparisonPage()),
  explanation: await kept('explanation', worthPage()),
} as const;
const each = Object.entries(pages);

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  if (typeof found !== 'string') await found.close();
});

const on = async (
  file: string,
  look: Parameters<typeof openFile>[2],
  act: (at: Watched) => Promise<void>,
) => {
  const watched = await openFile(browser, file, look);
  try {
    await act(watched);
  } finally {
    await watched.context.close();
  }
};

/** How many of some canvases show more than a few colours. */
const drawnCharts = (canvases: Locator): Promise<number> =>
  canvases.evaluateAll(
    (all) =>
      (all as HTMLCanvasElement[]).filter((canvas) => {
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        return new Set(new Uint32Array(data.buffer)).size > 10;
      }).length,
  );

describe.skipIf(typeof found === 'string')('in a real browser', () => {
  describe.each(each)('the page of a %s', (_, file) => {
    test('opens from disk with the network cut, draws every chart that is scrolled to, and has nothing to complain of', async () => {
      await on(file, {}, async ({ page, problems }) => {
        const canvases = await page.locator('canvas').all();
        expect(canvases.length).toBeGreaterThan(0);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        for (const canvas of canvases) {
          await canvas.evaluate((node) => {
            node.scrollIntoView({ block: 'center' });
          });
          await expect.poll(() => drawnCharts(canvas), { timeout: 10_000 }).toBe(1);
        }
        expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
        expect(problems).toEqual([]);
      });
    });

    test.each(['light', 'dark'] as const)('breaks no rule of accessibility in %s', async (colorScheme) => {
      await on(file, { colorScheme }, async ({ page }) => {
        // One table of each sort: they are made by one function, and hundreds of rows take minutes.
        for (const each of [page.locator('figure details'), page.locator('section > details')])
          await each.first().evaluate((details) => {
            details.setAttribute('open', '');
          });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      });
    });

    test.each([1280, 390])(
      'can be read %i pixels wide: no sideways scrolling, no letters below 12 px',
      async (width) => {
        await on(file, { width }, async ({ page }) => {
          const { over, smallest } = await page.evaluate(() => {
            const root = document.documentElement;
            const sizes = [...document.querySelectorAll('body *')]
              .filter((node) =>
                [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim()),
              )
              .map((node) => Number.parseFloat(getComputedStyle(node).fontSize));
            return { over: root.scrollWidth - root.clientWidth, smallest: Math.min(...sizes) };
          });
          expect(over).toBe(0);
          expect(smallest).toBeGreaterThanOrEqual(12);
        });
      },
    );

    test('prints on paper with every chart whole on one page, on white, and none of its buttons', async () => {
      await on(file, { colorScheme: 'dark' }, async ({ page, problems }) => {
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
        expect(await drawnCharts(page.locator('canvas'))).toBe(await page.locator('canvas').count());
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        const charts = await page.locator('figure').evaluateAll((figures) =>
          figures.map((figure) => {
            const box = figure.querySelector('canvas')!.getBoundingClientRect();
            return {
              inside: getComputedStyle(figure).breakInside,
              height: figure.getBoundingClientRect().height,
              wide: box.width,
              buttons: [...figure.querySelectorAll('.tools')].filter(
                (tools) => getComputedStyle(tools).display !== 'none',
              ).length,
              background: getComputedStyle(document.body).backgroundColor,
            };
          }),
        );
        // A4 within margins of 14 mm is 182 × 269 mm: 688 by 1016 px of CSS.
        for (const chart of charts) {
          expect(chart).toMatchObject({ inside: 'avoid', buttons: 0, background: 'rgb(255, 255, 255)' });
          expect(chart.height).toBeLessThan(1016);
        }
        const pdf = await page.pdf({ format: 'A4', printBackground: true });
        const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;
        expect(sheets).toBeGreaterThan(charts.length / 3);
        expect(sheets).toBeLessThan(2 * charts.length + 8);
        expect(problems).toEqual([]);
      });
    });
  });

  const pictureOf = (canvas: Locator): Promise<string> =>
    canvas.evaluate((node) => (node as HTMLCanvasElement).toDataURL());

  test('the last chart, far below the screen, answers the first touch of the pointer with a tooltip', async () => {
    const scrolledTo = async (page: Page): Promise<{ canvas: Locator; at: [number, number] }> => {
      const canvas = page.locator('canvas').last();
      const [x, y] = await canvas.evaluate((node) => {
        node.scrollIntoView({ block: 'center' });
        const { left, top } = node.getBoundingClientRect();
        return [left, top] as const;
      });
      return { canvas, at: [x + 600, y + 100] };
    };
    const patience = { timeout: 10_000 };
    let untouched = '';
    await on(pages.run, {}, async ({ page }) => {
      const { canvas } = await scrolledTo(page);
      await expect.poll(() => drawnCharts(canvas), patience).toBe(1);
      untouched = await pictureOf(canvas);
    });
    await on(pages.run, {}, async ({ page }) => {
      const { canvas, at } = await scrolledTo(page);
      await page.mouse.move(...at);
      const hasTooltip = async (): Promise<boolean> =>
        (await drawnCharts(canvas)) === 1 && (await pictureOf(canvas)) !== untouched;
      await expect.poll(hasTooltip, patience).toBe(true);
      await page.mouse.move(0, 0);
      await expect.poll(() => pictureOf(canvas), patience).toBe(untouched);
    });
  });

  test('a chart far below the screen is not drawn until something touches it, and then at once', async () => {
    await on(pages.run, {}, async ({ page }) => {
      const canvas = page.locator('canvas').last();
      expect(await drawnCharts(canvas)).toBe(0);
      await canvas.evaluate((node) => node.dispatchEvent(new PointerEvent('pointerover')));
      expect(await drawnCharts(canvas)).toBe(1);
    });
  });

  test('a line switched off, and hours looked at closely, stay so on paper and after it', async () => {
    await on(pages.run, {}, async ({ page }) => {
      const paper = async (): Promise<string> => {
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
        const printed = await pictureOf(page.locator('#chart-1'));
        await page.evaluate(() => dispatchEvent(new Event('afterprint')));
        return printed;
      };
      const figure = page.locator('figure', { has: page.locator('#chart-1') });
      const whole = await paper();
      await figure.locator('.legend button').first().click();
      const without = await paper();
      await figure.getByText('closer').click();
      const closer = await paper();
      expect(new Set([whole, without, closer]).size).toBe(3);
      await figure.getByText('all hours').click();
      await figure.locator('.legend button').first().click();
      expect(await paper()).toBe(whole);
    });
  });

  test('arrow keys read a chart out hour by hour', async () => {
    await on(pages.run, {}, async ({ page }) => {
      await page.locator('#chart-1').focus();
      for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight');
      expect(await page.locator('#spoken').textContent()).toMatch(/^Fri 13 Aug \d\d:\d\d\. .*: \d/u);
    });
  });

  test('a legend button switches its line off and on, and says so', async () => {
    await on(pages.run, {}, async ({ page }) => {
      const button = page.locator('.legend button').first();
      await button.focus();
      await page.keyboard.press('Enter');
      expect(await button.getAttribute('aria-pressed')).toBe('false');
      await page.keyboard.press('Enter');
      expect(await button.getAttribute('aria-pressed')).toBe('true');
    });
  });

  test('looking closer shows fewer hours, and all hours brings them back', async () => {
    await on(pages.run, {}, async ({ page }) => {
      const tools = page.locator('.tools').first();
      const shown = (): Promise<string | null> => page.locator('#spoken').textContent();
      await tools.getByText('closer').click();
      const closer = await shown();
      await tools.getByText('all hours').click();
      const all = await shown();
      await tools.getByText('later').click();
      expect(closer).toMatch(/^\w+ \d+ Aug \d\d:\d\d to /u);
      expect(all).toMatch(/^Fri 13 Aug 12:00 to /u);
      expect(closer).not.toBe(all);
      // All hours are shown: there is nothing later.
      expect(await shown()).toBe(all);
    });
  });

  test('a guess typed in is marked on the distribution and told in words; one that is no number is asked for again', async () => {
    await on(pages.run, {}, async ({ page, problems }) => {
      const input = page.locator('input[data-chart]').first();
      const output = page.locator('output').first();
      await input.fill('1,000,000');
      expect(await output.textContent()).toBe('All runs lie below this guess.');
      await input.fill('<b>many</b>');
      expect(await output.textContent()).toBe('A number, please.');
      expect(problems).toEqual([]);
    });
  });

  test.each(HOSTILE)('names %s are shown as text, run nothing and widen nothing', async (kind, name) => {
    const file = await kept(
      `hostile-${HOSTILE.findIndex(([each]) => each === kind)}`,
      reportPage(hostile(askingSummary, name), name),
    );
    const others = [
      await kept('hostile-comparison', comparisonPage(name)),
      await kept('hostile-explanation', worthPage(name)),
    ];
    for (const each of [file, ...others]) {
      await on(each, { width: 390 }, async ({ page, problems }) => {
        expect(problems).toEqual([]);
        expect(
          await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          ),
        ).toBe(0);
        expect(await page.locator('h1').textContent()).toContain(name.slice(0, 5));
      });
    }
  });
});
