import { inflateSync } from 'node:zlib';
import type { JournalExport } from '@opiring/contract/journal-export';
import request from 'supertest';
import { aCast, type Cast, testApp, type TestApp } from '@opiring/platform/testing';

const FORMS = ['html', 'md', 'json', 'pdf'] as const;
const HOSTILE = `<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:alert(1)) **õäöüšž** Žukova Тишина`;

describe('the journal to take along', () => {
  let app: TestApp;
  let cast: Cast;
  let question: string;

  beforeAll(async () => {
    app = await testApp();
    cast = await aCast(app);
    question = cast.cohort.questions[1] ?? '';
    const { marika, ants, helve, cohort } = cast;
    const write = async (who: typeof marika, body: object): Promise<string> =>
      ((await who.says.post(`/cohorts/${cohort.id}/entries`, body)).body as { id: string }).id;
    const answered = await write(marika, {
      title: 'Küsimusele',
      body: 'MARIKA-ÜKS',
      questionId: question,
      moment: 'start',
    });
    await marika.says.post(`/entries/${answered}/shares`, { audience: 'mentor' });
    await helve.says.get(`/entries/${answered}`);
    const note = await helve.says.post(`/entries/${answered}/notes`, {
      kind: 'asking',
      body: 'HELVE-MÄRKUS',
    });
    await marika.says.post(`/notes/${(note.body as { id: string }).id}/replies`, { body: 'MARIKA-VASTUS' });
    const doc = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Vahepealkiri' }] },
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: HOSTILE },
            { type: 'hardBreak' },
            { type: 'text', text: 'kallis', marks: [{ type: 'bold' }, { type: 'italic' }] },
          ],
        },
        {
          type: 'orderedList',
          attrs: { start: 3 },
          content: [
            {
              type: 'listItem',
              content: [{ type: 'paragraph', content: [{ type: 'text', text: 'kolmas' }] }],
            },
          ],
        },
        {
          type: 'blockquote',
          content: [
            {
              type: 'paragraph',
              content: [
                {
                  type: 'text',
                  text: 'viide',
                  marks: [{ type: 'link', attrs: { href: 'https://opiring.example/?a="><b>' } }],
                },
              ],
            },
          ],
        },
      ],
    };
    await write(marika, { title: HOSTILE, body: doc });
    for (let index = 0; index < 12; index++)
      await write(marika, { title: `Lehekülg ${index}`, body: 'veel' });
    await marika.says.put(
      `/cohorts/${cohort.id}/questions/${question}/moved`,
      { text: 'MARIKA-LIIKUS' },
      { 'If-Match': '"0"' },
    );
    const foreign = await write(ants, {
      title: 'ANTS-PEALKIRI',
      body: 'ANTS-TEKST',
      questionId: question,
      moment: 'start',
    });
    await ants.says.post(`/entries/${foreign}/shares`, { audience: 'partner' });
  });
  afterAll(() => app.close());

  const download = async (
    form: string,
    query = '',
  ): Promise<{ headers: Record<string, string>; bytes: Buffer }> => {
    const cookie = await cast.world.signIn(cast.marika);
    const answer = await request(app.url)
      .get(`/api/me/journal.${form}${query}`)
      .set('cookie', cookie)
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect(answer.status).toBe(200);
    return { headers: answer.headers as Record<string, string>, bytes: answer.body as Buffer };
  };
  const text = async (form: string, query = ''): Promise<string> =>
    (await download(form, query)).bytes.toString('utf8');

  it.each(['html', 'md', 'json'])(
    'as %s holds all of mine and what was written to me, and nothing of others',
    async (form) => {
      const whole = await text(form);
      for (const word of ['MARIKA-ÜKS', 'MARIKA-VASTUS', 'MARIKA-LIIKUS', 'HELVE-MÄRKUS', 'Lehekülg 11']) {
        expect(whole.replaceAll('\\', '')).toContain(word);
      }
      for (const word of ['ANTS-PEALKIRI', 'ANTS-TEKST']) expect(whole).not.toContain(word);
      const arc = await text(form, `?question=${question}`);
      expect(arc).toContain('MARIKA-ÜKS');
      expect(arc).not.toContain('Lehekülg');
      const other = await text(form, `?question=${cast.cohort.questions[0] ?? ''}`);
      expect(other).not.toContain('MARIKA');
    },
  );

  it('is a file to keep, refused without a session, empty for who wrote nothing', async () => {
    for (const form of FORMS) {
      const { headers } = await download(form);
      expect(headers['content-disposition']).toBe(`attachment; filename="opiring.${form}"`);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect((await cast.anonymous.get(`/me/journal.${form}`)).status).toBe(401);
      expect((await cast.marika.says.get(`/me/journal.${form}?question=x`)).status).toBe(400);
    }
    for (const { says } of [cast.maarja, cast.kadri, cast.haldur, cast.stranger, cast.gone]) {
      const { body } = await says.get('/me/journal.json');
      expect([(body as JournalExport).entries, (body as JournalExport).moved]).toEqual([[], []]);
    }
  });

  it('as HTML is whole by itself and runs nothing', async () => {
    const { headers, bytes } = await download('html');
    const html = bytes.toString('utf8');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-.*sandbox$/);
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'`);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toMatch(/<script|<img|onerror=[^&]*>|<link|src=["']/);
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(links).toHaveLength(1);
    expect(links[0]).not.toMatch(/["<>]/);
    expect(html).toContain('<html lang="et">');
  });

  it('as Markdown keeps what was typed as words', async () => {
    const markdown = await text('md');
    expect(markdown).toContain('\\<script\\>alert(1)\\</script\\>');
    expect(markdown).toContain('\\[x\\](javascript:alert(1))');
    expect(markdown).toContain('\\*\\*õäöüšž\\*\\*');
    expect(markdown).toContain('***kallis***');
    expect(markdown).toMatch(/^3\. kolmas$/m);
  });

  it('as JSON is the documented form, with every text kept', async () => {
    const journal = JSON.parse(await text('json')) as JournalExport;
    expect(journal).toMatchObject({ format: 'opiring-journal', version: 1, author: { name: 'Marika' } });
    expect(journal.entries).toHaveLength(14);
    expect(journal.entries[0]).toMatchObject({
      title: 'Küsimusele',
      question: { id: question, version: 1 },
      moment: 'start',
      shares: [{ audience: 'mentor', revokedAt: null }],
      conversation: [{ by: 'Helve', kind: 'asking', replies: [{ mine: true, body: 'MARIKA-VASTUS' }] }],
      versions: [{ number: 1, keptFor: 'share' }],
    });
  });

  it('as PDF is tagged: language, title, headings and paragraphs in a structure tree, letters embedded', async () => {
    const { bytes } = await download('pdf');
    const pdf = bytes.toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    const objectOf = (number: string): string =>
      new RegExp(`\\n${number} 0 obj\\n([\\s\\S]*?)endobj`).exec(pdf)?.[1] ?? '';
    const catalog = objectOf(/\/Root (\d+) 0 R/.exec(pdf)?.[1] ?? '');
    expect(objectOf(/\/MarkInfo (\d+) 0 R/.exec(catalog)?.[1] ?? '')).toContain('/Marked true');
    expect(catalog).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(catalog).toMatch(/\/Lang \(et\)/);
    expect(pdf).toMatch(/\/DisplayDocTitle true/);
    for (const tag of ['Document', 'Sect', 'H1', 'H2', 'H3', 'P', 'BlockQuote'])
      expect(pdf).toMatch(new RegExp(`/S /${tag}\\b`));
    expect(pdf).toMatch(/\/FontFile2 \d+ 0 R/);
    expect(pdf).not.toMatch(/\/JavaScript|\/JS\b|\/Launch|\/URI|\/OpenAction/);
    // Every mark on a page belongs to a tag or says that it is none.
    const pages = [...pdf.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, stream]) => {
      try {
        return [inflateSync(Buffer.from(stream ?? '', 'latin1')).toString('latin1')];
      } catch {
        return [];
      }
    });
    const shown = pages.filter((page) => /\bBT\b/.test(page));
    expect(shown.length).toBeGreaterThan(0);
    for (const page of shown) {
      expect((page.match(/\/\w+ <<[^>]*\/MCID \d+[^>]*>> BDC/g) ?? []).length).toBeGreaterThan(0);
      expect((page.match(/BDC/g) ?? []).length).toBe((page.match(/EMC/g) ?? []).length);
    }
  });
});
