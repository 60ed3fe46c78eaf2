// Looks at screens: node tools/shots.mjs --base http://localhost:3000 --as marika --paths /teekond,/motisklused [--lang en]
// Pictures at desktop and phone width, light and dark, land in .cache/shots.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../apps/web-e2e/chromium.mjs';

const { values } = parseArgs({
  options: {
    base: { type: 'string', default: 'http://localhost:3000' },
    as: { type: 'string' },
    paths: { type: 'string', default: '/' },
    lang: { type: 'string', default: 'et' },
    widths: { type: 'string', default: '1440,390' },
    themes: { type: 'string', default: 'light,dark' },
  },
});
const folder = fileURLToPath(new URL('../.cache/shots', import.meta.url));

async function signIn(context) {
  if (!values.as) return;
  const email = values.as.includes('@') ? values.as : `${values.as}@opiring.example`;
  const answer = await context.request.post(`${values.base}/api/session`, {
    data: { email, password: 'opiring-demo-2023' },
    headers: { origin: values.base },
  });
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()} ${await answer.text()}`);
}

async function shoot(browser, width, theme) {
  const size = { width: Number(width), height: Number(width) < 600 ? 844 : 900 };
  const context = await browser.newContext({ viewport: size, colorScheme: theme, locale: values.lang });
  await context.addInitScript((lang) => localStorage.setItem('opiring.language', lang), values.lang);
  await signIn(context);
  for (const path of values.paths.split(',')) {
    const page = await context.newPage();
    page.on(
      'console',
      (message) => message.type() === 'error' && console.error(`${path}: ${message.text()}`),
    );
    page.on('pageerror', (error) => console.error(`${path}: ${error.message}`));
    await page.goto(values.base + path, { waitUntil: 'networkidle' });
    const name = `${values.as ?? 'anonymous'}${path.replaceAll(/[^\w-]+/g, '_')}-${values.lang}-${width}-${theme}.png`;
    await page.screenshot({ path: join(folder, name), fullPage: true });
    console.log(join('.cache/shots', name));
    await page.close();
  }
  await context.close();
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(await chromiumLaunch());
try {
  for (const width of values.widths.split(','))
    for (const theme of values.themes.split(',')) await shoot(browser, width, theme);
} finally {
  await browser.close();
}
