import type { APIRequestContext } from '@playwright/test';
import { expectNoSidewaysScroll } from './accessible';
import { expect, test } from './fixtures';
import { badLinks, hostile, hostileShort, planted } from './hostile';
import { editorOf, write } from './pages';
import type { Person } from './people';
import { cohortOf, read, rowsOf, send } from './server';

const text = (words: string, marks: unknown[] = []) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words, marks }] }],
});

/** The leader's and her mentor's words: title, body, note, reply, circle, practicum. */
async function leaveWords(leader: APIRequestContext, mentor: APIRequestContext): Promise<string> {
  const cohortId = await cohortOf(leader);
  const entry = await send(leader, 'POST', `/api/cohorts/${cohortId}/entries`, {
    title: hostile,
    body: hostile,
  });
  const id = String(entry['id']);
  for (const audience of ['mentor', 'partner', 'cohort', 'team'])
    await send(leader, 'POST', `/api/entries/${id}/shares`, { audience, purpose: hostile });
  for (const anchor of [null, { quote: hostileShort.slice(0, 20) }]) {
    const note = await send(mentor, 'POST', `/api/entries/${id}/notes`, {
      kind: 'asking',
      body: hostile,
      anchor,
    });
    await send(leader, 'POST', `/api/notes/${String(note['id'])}/replies`, { body: hostile });
  }
  const circle = {
    heldOn: '2026-11-01',
    place: hostileShort,
    topic: hostile,
    people: 9,
    missingVoices: hostile,
  };
  await send(leader, 'POST', `/api/cohorts/${cohortId}/circles`, circle);
  return id;
}

/** The organizer's words: a module, an activity, a meeting, a person's name. Nothing of the module is published. */
async function leaveTeamWords(organizer: APIRequestContext): Promise<void> {
  const cohortId = await cohortOf(organizer);
  const local = { et: hostileShort, en: hostileShort, ru: hostileShort };
  const module = await send(organizer, 'POST', `/api/cohorts/${cohortId}/modules`, {
    title: local,
    purpose: local,
  });
  // Instructions have structure: what runs must not come in as a link, a heading or a quote either.
  const structured = [
    hostileShort,
    ...badLinks.map((href) => `[siin](${href})`),
    `> ## ${hostileShort}`,
    `- **${hostileShort}**`,
  ];
  const instructions = structured.join('\n\n');
  const activity = {
    kind: 'read',
    title: local,
    instructions: { et: instructions, en: instructions, ru: instructions },
  };
  await send(organizer, 'POST', `/api/modules/${String(module['id'])}/activities`, activity);
  const [startsAt, endsAt] = ['2027-03-01T08:00:00Z', '2027-03-01T14:00:00Z'];
  const meeting = { title: local, about: local, place: local, startsAt, endsAt };
  await send(organizer, 'POST', `/api/cohorts/${cohortId}/meetings`, meeting);
  await send(organizer, 'POST', `/api/cohorts/${cohortId}/people`, {
    email: `kuri-${Date.now()}@naide.example`,
    name: hostileShort,
    role: 'mentor',
    municipality: hostileShort,
    occupation: hostileShort,
  });
}

const pages: Partial<Record<Person, string[]>> = {
  mihkel: [
    '/teekond',
    '/motisklused',
    '/minu-ringid',
    '/opipartner',
    '/kirjuta',
    '/inimesed',
    '/kohtumised',
    '/kusimused',
  ],
  ants: ['/motisklused', '/inimesed', '/kohtumised', '/teekond'],
  kadri: ['/kava', '/inimesed', '/kohtumised', '/motisklused', '/materjalid'],
  maarja: ['/ulevaade', '/juhid', '/ringid', '/kava', '/inimesed'],
  haldur: ['/haldus'],
};

test('the harness hears a script that runs', async ({ page, faults }) => {
  await page.goto('/andmekaitse');
  await expect(page.locator('h1')).toBeVisible();
  await page.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), planted);
  await expect.poll(() => faults.length).toBeGreaterThan(0);
  faults.length = 0;
});

test('nothing a person typed ever runs, whoever reads it', async ({ pageOf, faults }) => {
  test.setTimeout(120_000);
  const leader = await pageOf('mihkel');
  const { request } = leader;
  const cohortId = await cohortOf(request);
  const mentorName = (await mentorOf(request, cohortId)) as Person;
  const mentor = await pageOf(mentorName);
  const organizer = await pageOf('kadri');
  const id = await leaveWords(request, mentor.request);
  await leaveTeamWords(organizer.request);

  const walk: [Person, string[]][] = [
    ...(Object.entries(pages) as [Person, string[]][]),
    [mentorName, ['/laud', '/juhid', '/motisklused', '/inimesed']],
  ];
  for (const [person, paths] of walk) {
    const page = person === 'mihkel' ? leader : person === 'kadri' ? organizer : await pageOf(person);
    // What has no place to break is kept within the narrowest page too.
    await page.setViewportSize({ width: 320, height: 844 });
    for (const path of person === 'haldur' ? paths : [...paths, `/motisklused/${id}`]) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await expect(page.locator('#sisu')).toBeVisible();
      await expectNoSidewaysScroll(page);
      expect(faults, `${path} as ${person}`).toEqual([]);
      expect(await page.locator('[href^="javascript" i], img[src="x"], [onerror], svg[onload]').count()).toBe(
        0,
      );
    }
    if (person !== 'haldur') await expect(page.locator('h1')).toContainText('<img src=x onerror=');
  }
});

async function mentorOf(request: APIRequestContext, cohortId: string): Promise<string> {
  const audiences = await rowsOf(request, `/api/cohorts/${cohortId}/audiences`);
  const mentors = audiences.find(({ audience }) => audience === 'mentor')?.['people'] as { name: string }[];
  const first = mentors[0]?.name.split(' ')[0] ?? '';
  return first.toLowerCase().replace('ü', 'u');
}

test('what is typed into the editor is text, and its links lead only where links may', async ({
  page,
  signInAs,
}) => {
  await signInAs('rein');
  await page.goto('/kirjuta');
  const id = await write(page, { title: hostileShort, body: hostileShort });
  await page.getByRole('button', { name: 'Link', exact: true }).click();
  const address = page.getByRole('textbox', { name: 'Lingi aadress' });
  for (const link of badLinks.filter((each) => !each.includes('\n'))) {
    await address.fill(link);
    await address.press('Enter');
    await expect(address).toBeVisible();
  }
  await address.press('Escape');
  await editorOf(page).click();
  await page.evaluate(
    (html) => {
      const data = new DataTransfer();
      data.setData('text/html', html);
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.querySelector('.wr__ed')?.dispatchEvent(paste);
    },
    `${planted}<a href="${badLinks[0] ?? ''}">kleebitud</a>`,
  );
  await expect(editorOf(page)).toContainText('kleebitud');
  await expect(page.locator('.wr__ed img, .wr__ed a[href^="javascript" i]')).toHaveCount(0);
  await page.goto(`/motisklused/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(hostileShort);
});

test('instructions are words with structure, in the editor and in front of a leader', async ({
  page,
  signInAs,
  pageOf,
}) => {
  await signInAs('kadri');
  const cohortId = await cohortOf(page.request);
  const title = `Kurja juhisega moodul ${Date.now()}`;
  const module = await send(page.request, 'POST', `/api/cohorts/${cohortId}/modules`, { title });
  const instructions = [
    `**${hostileShort}**`,
    ...badLinks.map((href) => `[siin](${href})`),
    '[hea](https://hea.example/)',
  ].join('\n\n');
  await send(page.request, 'POST', `/api/modules/${String(module['id'])}/activities`, {
    kind: 'read',
    title: 'Kuri',
    instructions,
  });
  await page.goto('/kava');
  await page.locator('.cal__side').getByRole('button', { name: title }).click();
  await page.getByRole('button', { name: 'Kuri', exact: true }).click();
  const editor = page.locator('#act-text.re__t');
  await expect(editor).toContainText('<img src=x');
  await expect(editor.locator('a')).toHaveCount(1);
  await expect(editor.locator('img, script, [onerror]')).toHaveCount(0);
  const published = await page.request.post(`/api/cohorts/${cohortId}/editions`, { data: {} });
  // Another journey may have published the draft all share, with this in it.
  expect([201, 409]).toContain(published.status());
  const leader = await pageOf('toivo');
  await leader.goto('/teekond');
  // Others plant the same words elsewhere in the same journey.
  const shown = leader.getByRole('listitem').filter({ hasText: title }).locator('op-rich-text');
  await expect(shown).toContainText('<img src=x');
  await expect(shown.getByRole('link', { includeHidden: true })).toHaveCount(1);
  await expect(shown.locator('a')).toHaveAttribute('href', 'https://hea.example/');
  await expect(shown.locator('strong')).toContainText('<img src=x');
  await expect(shown.locator('img, script, [onerror]')).toHaveCount(0);
});

test('the server takes no link that runs, in a text or beside one', async ({ pageOf }) => {
  const { request } = await pageOf('liis');
  const cohortId = await cohortOf(request);
  for (const href of badLinks) {
    const body = text('siin', [{ type: 'link', attrs: { href } }]);
    const answer = await request.post(`/api/cohorts/${cohortId}/entries`, { data: { title: 'Link', body } });
    if (answer.ok()) {
      const { id } = (await answer.json()) as { id: string };
      expect(JSON.stringify(await read(request, `/api/entries/${id}`)), href).not.toMatch(
        /script:|data:text/i,
      );
    } else expect([400, 422]).toContain(answer.status());
  }
  const organizer = (await pageOf('kadri')).request;
  const { modules } = (await read(organizer, `/api/cohorts/${cohortId}/curriculum`)) as {
    modules: { id: string }[];
  };
  for (const link of badLinks) {
    const data = { kind: 'read', title: 'Link', link };
    const answer = await organizer.post(`/api/modules/${modules[0]?.id ?? ''}/activities`, { data });
    expect([400, 422], link).toContain(answer.status());
  }
});
