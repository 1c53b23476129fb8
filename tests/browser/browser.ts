import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Where Chromium may be: told, or where Debian puts it. */
const PLACES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Chromium's program; undefined where there is none. */
const program = (): string | undefined => {
  const found = PLACES.find((place) => place !== undefined && place !== '' && existsSync(place));
  if (found !== undefined) return found;
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
};

/**
 * A browser for tests, or why there is none. Where AIRBRIDGE_BROWSER is `required`, as in continuous integration, a missing
 * browser is a failure; elsewhere the tests say why they are skipped.
 */
export const browserOrReason = async (): Promise<Browser | string> => {
  const executablePath = program();
  if (executablePath !== undefined) return await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const reason = 'no Chromium: set CHROMIUM_PATH, or run `npx playwright-core install chromium`';
  if (process.env.AIRBRIDGE_BROWSER === 'required') throw new Error(reason);
  process.stderr.write(`browser tests are skipped: ${reason}\n`);
  return reason;
};

/** A page with everything that went wrong on it. */
export interface Watched {
  readonly page: Page;
  readonly context: BrowserContext;
  /** console errors and warnings, exceptions, requests beyond the file itself, and breaches of the security policy */
  readonly problems: string[];
}

/** Opens a file from disk in a fresh context that has no network. */
export const openFile = async (
  browser: Browser,
  file: string,
  look: {
    readonly width?: number;
    readonly colorScheme?: 'light' | 'dark';
  } = {},
): Promise<Watched> => {
  const { width = 1280, colorScheme = 'light' } = look;
  const context = await browser.newContext({
    offline: true,
    viewport: { width, height: 800 },
    colorScheme,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`exception: ${error.message}`));
  page.on('dialog', (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (request.url() !== `file://${file}`) problems.push(`request: ${request.url()}`);
  });
  await page.goto(`file://${file}`);
  return { page, context, problems };
};
