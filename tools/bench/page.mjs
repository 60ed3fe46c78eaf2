// What a person waits for, in a real browser on the built app: the large matrix, the journey on a slow device, a key in the editor.
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../../apps/web-e2e/chromium.mjs';
import { median } from './statistics.mjs';

/** Bytes a second of 1.6 Mbit/s. */
const SLOW_LINE = { offline: false, latency: 0, downloadThroughput: 200_000, uploadThroughput: 200_000 };
const KEYS = 40;
const WORDS = 10_000;

/** Runs in the page from its first moment: when there is a row, and when a key moves the focus within the table. */
function watchMatrix() {
  const seen = (globalThis.seen = {});
  const look = () => {
    const name = document.querySelector('tbody tr[data-r] [data-c="0"]');
    if (name && seen.row === undefined) {
      seen.row = performance.now();
      name.focus();
      name.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    }
    if (seen.row !== undefined && document.activeElement?.matches('td[data-c="1"]')) {
      seen.key = performance.now();
      return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** When the first thing to do stands on the journey and can be pressed. */
function watchJourney() {
  const look = () => {
    if (document.querySelector('main h1') && document.querySelector('main .btn--main'))
      globalThis.seen = { usable: performance.now() };
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function visit(browser, { base, cookie, path, watch, slow = false }) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name, value, url: base }]);
  const page = await context.newPage();
  if (slow) {
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW_LINE);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  await page.addInitScript(watch);
  await page.goto(base + path, { waitUntil: 'commit' });
  await page.waitForFunction(() => globalThis.seen?.key ?? globalThis.seen?.usable, undefined, {
    timeout: 60_000,
  });
  const seen = await page.evaluate(() => globalThis.seen);
  await context.close();
  return seen;
}

/** Milliseconds of scripting for each key at the end of a text of ten thousand words. */
async function typing(browser, { base, cookie, entry }) {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  const [name, value] = cookie.split('=');
  await context.addCookies([{ name, value, url: base }]);
  const page = await context.newPage();
  await page.goto(`${base}/kirjuta/${entry}`);
  const editor = page.locator('.ProseMirror');
  await editor.waitFor();
  await editor.press('Control+End');
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const scripting = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === 'ScriptDuration').value * 1000;
  };
  const before = await scripting();
  for (let key = 0; key < KEYS; key++) await page.keyboard.type('a', { delay: 30 });
  const spent = await scripting();
  await context.close();
  return (spent - before) / KEYS;
}

/** An entry made as long as that, by SQL. */
export async function lengthen(client, entry) {
  const text = 'Kuulasin täna rohkem, kui ise rääkisin, ja märkasin seda alles koduteel. '.repeat(10).trim();
  const each = text.split(' ').length;
  const content = Array.from({ length: Math.ceil(WORDS / each) }, () => ({
    type: 'paragraph',
    content: [{ type: 'text', text }],
  }));
  await client.query('UPDATE entries SET body = $2 WHERE id = $1', [
    entry,
    JSON.stringify({ type: 'doc', content }),
  ]);
}

const middle = (list) => Math.round(median(list));

/** `overseer` leads the cohort of five hundred, `writer` is a participant with `entry`. */
export async function measurePages({ base, overseer, writer, entry, rounds }) {
  const browser = await chromium.launch(await chromiumLaunch());
  const times = async (what) => {
    const found = [];
    for (let round = 0; round < rounds; round++) found.push(await visit(browser, { base, ...what }));
    return found;
  };
  try {
    const matrix = { cookie: overseer, watch: watchMatrix };
    // The first visit warms the server, not the browser: every visit has a cache of its own.
    await visit(browser, { base, ...matrix, path: '/ulevaade' });
    const byModule = await times({ ...matrix, path: '/ulevaade' });
    const byActivity = await times({ ...matrix, path: '/ulevaade?vaade=tegevused' });
    const journey = await times({ cookie: writer, watch: watchJourney, path: '/teekond', slow: true });
    return [
      ['overview 500 × 6: a row on screen, ms', '', middle(byModule.map(({ row }) => row))],
      ['overview 500 × 6: the keyboard answers, ms', 1000, middle(byModule.map(({ key }) => key))],
      ['overview 500 × 60: a row on screen, ms', '', middle(byActivity.map(({ row }) => row))],
      ['overview 500 × 60: the keyboard answers, ms', 1000, middle(byActivity.map(({ key }) => key))],
      [
        'journey, cold, processor ÷ 4, 1.6 Mbit/s: usable, ms',
        2500,
        middle(journey.map(({ usable }) => usable)),
      ],
      [
        `scripting for a key at ${WORDS} words, ms`,
        16,
        (await typing(browser, { base, cookie: writer, entry })).toFixed(1),
      ],
    ];
  } finally {
    await browser.close();
  }
}
