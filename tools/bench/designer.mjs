// How much scripting a drop costs the designer: node tools/bench/designer.mjs --base http://localhost:3000
// Makes twelve modules of forty activities in the draft of that server's demo cohort, and moves one within the open module.
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumLaunch } from '../../apps/web-e2e/chromium.mjs';
import { median } from './statistics.mjs';

const { values } = parseArgs({ options: { base: { type: 'string', default: 'http://localhost:3000' } } });
const [MODULES, ACTIVITIES, DROPS] = [12, 40, 15];

const browser = await chromium.launch(await chromiumLaunch());
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'et' });
const send = async (path, data) => {
  const answer = await context.request.post(`${values.base}${path}`, {
    data,
    headers: { origin: values.base },
  });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
};

async function makeProgramme() {
  await send('/api/session', { email: 'kadri@opiring.example', password: 'opiring-demo-2023' });
  const me = await (await context.request.get(`${values.base}/api/me`)).json();
  const [{ cohortId }] = me.memberships;
  let id;
  for (let m = 0; m < MODULES; m++) {
    const title = `Suur moodul ${m + 1}`;
    ({ id } = await send(`/api/cohorts/${cohortId}/modules`, { title }));
    const activities = Array.from({ length: ACTIVITIES }, (_, n) => ({
      kind: n % 2 ? 'watch' : 'read',
      title: `Tegevus ${m + 1}.${n + 1}`,
      minutes: 20,
    }));
    await send(`/api/modules/${id}/activity-lists`, { activities });
  }
  return `Suur moodul ${MODULES}`;
}

const page = await context.newPage();
const scripting = async (cdp) => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * metrics.find(({ name }) => name === 'ScriptDuration').value;
};

/** From the pointer going down until what the server answered is on the page, and a quiet moment after it. */
async function drop(cdp, from, to) {
  const lines = page.locator('op-activity-list ol > li');
  await lines.nth(2).evaluate((line) => line.scrollIntoView({ block: 'center' }));
  const [a, b] = [await lines.nth(from).boundingBox(), await lines.nth(to).boundingBox()];
  const carried = await lines.nth(from).locator('h3').textContent();
  const x = a.x + a.width / 2;
  await page.mouse.move(x, a.y + a.height / 2);
  const before = await scripting(cdp);
  const read = page.waitForResponse((r) => r.url().endsWith('/changes') && r.ok());
  await page.mouse.down();
  await page.mouse.move(x, a.y + a.height / 2 + 10, { steps: 3 });
  await page.mouse.move(x, b.y + b.height / 2, { steps: 10 });
  const held = await scripting(cdp);
  await page.mouse.up();
  await read;
  await page.waitForTimeout(800);
  const after = await scripting(cdp);
  const now = await lines.nth(to).locator('h3').textContent();
  if (now !== carried) throw new Error(`“${carried}” was to be dropped where “${now}” is`);
  return { whole: after - before, drop: after - held };
}

try {
  const module = await makeProgramme();
  const cdp = await context.newCDPSession(page);
  // The time the page's own thread had, so that a busy machine says the same as a quiet one.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${values.base}/kava`);
  await page.locator('.cal__side').getByRole('button', { name: module, exact: false }).click();
  await page.getByRole('heading', { level: 2, name: module }).waitFor();
  const opened = await scripting(cdp);
  const drops = [];
  for (let n = 0; n < DROPS; n++) drops.push(await drop(cdp, n % 2 ? 1 : 3, n % 2 ? 3 : 1));
  const of = (name) => drops.map((each) => each[name]).sort((one, two) => one - two);
  console.log(`${MODULES} × ${ACTIVITIES}: opened with ${opened.toFixed(0)} ms of scripting`);
  console.log(`a drop: ${median(of('drop')).toFixed(0)} ms (at most ${of('drop').at(-1).toFixed(0)})`);
  console.log(
    `with dragging there: ${median(of('whole')).toFixed(0)} ms (at most ${of('whole').at(-1).toFixed(0)})`,
  );
} finally {
  await browser.close();
}
