import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request as open } from 'node:http';
import type { ActivityView } from '@opiring/contract/curriculum';
import type { MaterialView } from '@opiring/contract/materials';
import { FileSweep } from '@opiring/platform/api';
import {
  aDocx,
  anMp3,
  aPdf,
  aPhoto,
  aPng,
  testApp,
  type TestApp,
  World,
  type WorldCohort,
} from '@opiring/platform/testing';
import request from 'supertest';

const DAY = 86_400_000;

describe('materials of an activity', () => {
  let app: TestApp;
  let world: World;
  let cohort: WorldCohort;
  let activity: string;
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    app = await testApp();
    world = new World(app.database);
  });
  beforeEach(async () => {
    cohort = await world.aCohort();
    const gone = await world.participant(cohort, 'Toivo');
    cookies['kadri'] = await world.signIn(await world.organizer(cohort));
    cookies['maarja'] = await world.signIn(await world.programLeader(cohort));
    cookies['marika'] = await world.signIn(await world.participant(cohort));
    cookies['helve'] = await world.signIn(await world.mentor(cohort));
    cookies['outsider'] = await world.signIn(await world.organizer(await world.aCohort()));
    cookies['admin'] = await world.signIn(await world.admin());
    cookies['gone'] = await world.signIn(gone);
    await world.endMembership(gone);
    activity = await world.activity(await world.module(cohort), { kind: 'read' });
  });
  afterAll(() => app.close());

  type Method = 'get' | 'post' | 'put' | 'delete' | 'head';
  const api = (method: Method, path: string, who = 'kadri') =>
    request(app.url)
      [method](`/api/${path}`)
      .set('cookie', cookies[who] ?? '');
  const at = (material = '') => `activities/${activity}/materials${material && `/${material}`}`;
  const send = (name: string, bytes: Buffer, who = 'kadri') =>
    api('post', at('files'), who).attach('file', bytes, name);
  const added = async (name: string, bytes: Buffer): Promise<MaterialView> => {
    const { body } = await send(name, bytes).expect(201);
    return (body as ActivityView).materials?.at(-1) as MaterialView;
  };
  const put = (materials: object[], revision: number, who = 'kadri') =>
    api('put', at(), who).set('if-match', `"${revision}"`).send({ materials });
  const publish = () => api('post', `cohorts/${cohort.id}/editions`).expect(201);
  const read = (id: string, who = 'marika') =>
    api('get', at(id), who)
      .buffer(true)
      .parse((answer, done) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => done(null, Buffer.concat(chunks)));
      });
  const kept = async (): Promise<string[]> =>
    (await readdir(app.folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name);

  it('that are photos say nothing of where and when they were taken', async () => {
    const { id, file } = await added('ring.jpg', aPhoto());
    const { body } = await read(id, 'kadri').expect(200);
    expect([body.length, body.includes(aPhoto.place)]).toEqual([file?.size, false]);
    const again = await added('sama.jpg', Buffer.from(body));
    expect(again.file?.hash).toBe(file?.hash);
  });

  it('are links and files in order, with titles by language', async () => {
    const { body: first } = await put(
      [{ title: { et: 'Lugemine', ru: 'Чтение' }, url: 'https://a.example/x' }],
      1,
    ).expect(200);
    expect(first).toMatchObject({
      revision: 2,
      materials: [{ url: 'https://a.example/x', title: { ru: 'Чтение' } }],
    });
    const file = await added('Tööleht.pdf', aPdf());
    expect(file).toMatchObject({
      title: {},
      file: { name: 'Tööleht.pdf', type: 'application/pdf', size: aPdf().length },
    });
    const link = first.materials[0];
    const { body } = await put(
      [
        { id: file.id, title: 'Tööleht' },
        { id: link.id, title: link.title },
      ],
      3,
    ).expect(200);
    expect(body.materials).toEqual([{ ...file, title: { et: 'Tööleht' } }, link]);
    expect(body.revision).toBe(4);
    await put([{ id: file.id }], 3).expect(412);
    await api('put', at()).send({ materials: [] }).expect(428);
  });

  it('can be taken away and put back with their ids', async () => {
    const file = await added('a.pdf', aPdf());
    await put([], 2).expect(200);
    const { body } = await put([{ id: file.id, title: { en: 'Back' } }], 3).expect(200);
    expect(body.materials).toEqual([{ ...file, title: { en: 'Back' } }]);
  });

  it('name nothing of another cohort, nothing twice, and no address that is none', async () => {
    const file = await added('a.pdf', aPdf());
    cookies['other'] = await world.signIn(await world.organizer(await world.aCohort()));
    await put([{ id: file.id }], 2, 'other').expect(404);
    const elsewhere = await world.aCohort();
    const there = await world.activity(await world.module(elsewhere), { kind: 'read' });
    cookies['there'] = await world.signIn(await world.organizer(elsewhere));
    const stolen = api('put', `activities/${there}/materials`, 'there').set('if-match', '"1"');
    expect((await stolen.send({ materials: [{ id: file.id }] }).expect(400)).body.fields).toHaveProperty([
      'materials.0',
    ]);
    for (const materials of [
      [{ id: file.id }, { id: file.id }],
      [{}],
      [{ url: 'javascript:alert(1)' }],
      [{ url: 'https://a.example', hash: file.file?.hash }],
      [{ url: 'https://a.example', title: { fi: 'x' } }],
      Array.from({ length: 21 }, () => ({ url: 'https://a.example' })),
    ])
      await put(materials, 2).expect(400);
  });

  it('are as many as twenty', async () => {
    await put(
      Array.from({ length: 20 }, () => ({ url: 'https://a.example' })),
      1,
    ).expect(200);
    expect((await send('a.pdf', aPdf()).expect(409)).body.code).toBe('too-many-materials');
  });

  it.each([
    ['html.png', Buffer.from('<html><script>alert(1)</script>'), 415, 'file-disguised'],
    [
      'renamed.pdf',
      Buffer.concat([Buffer.from('MZ\x90\0', 'latin1'), Buffer.alloc(64)]),
      415,
      'file-disguised',
    ],
    ['drawing.svg', Buffer.from('<svg onload="alert(1)"/>'), 415, 'file-kind'],
    ['bomb.docx', aDocx({ 'word/a.xml': new Uint8Array(40 * 1024 * 1024) }), 415, 'file-broken'],
    ['macro.docx', aDocx({ 'word/vbaProject.bin': new Uint8Array(9) }), 415, 'file-with-macros'],
    ['nothing.pdf', Buffer.alloc(0), 400, 'file-empty'],
    ['large.mp3', anMp3(63_000), 413, 'file-too-large'],
  ])('%s is refused and leaves nothing', async (name, bytes, status, code) => {
    const before = await kept();
    expect((await send(name, bytes).expect(status)).body).toMatchObject({ code, status });
    expect(await kept()).toEqual(before);
    expect(
      (await app.database.query('SELECT materials FROM activities WHERE id = $1', [activity])).rows,
    ).toEqual([{ materials: [] }]);
  });

  it('are asked for as one file of a form', async () => {
    expect((await api('post', at('files')).send({ file: 'x' }).expect(400)).body.code).toBe('file-needed');
    const raw = api('post', at('files')).set('content-type', 'multipart/form-data; boundary=x');
    expect((await raw.send('--x--\r\n').expect(400)).body.code).toBe('file-needed');
    await api('post', at('files')).set('content-type', 'multipart/form-data').send('x').expect(400);
  });

  it('leave nothing where the sender goes away', async () => {
    const before = await kept();
    await new Promise<void>((done) => {
      const sending = open(`${app.url}/api/${at('files')}`, {
        method: 'POST',
        headers: {
          cookie: cookies['kadri'],
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': 1_000_000,
        },
      });
      sending.on('error', () => done());
      sending.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4\n');
      const seen = setInterval(
        () =>
          void kept().then((names) => {
            if (names.length <= before.length) return;
            clearInterval(seen);
            sending.destroy();
          }),
        20,
      );
    });
    const until = Date.now() + 5_000;
    while ((await kept()).length > before.length && Date.now() < until) await new Promise(setImmediate);
    expect(await kept()).toEqual(before);
  });

  it('have one effect however often one key is sent', async () => {
    const once = () => send('a.pdf', aPdf()).set('idempotency-key', 'k1').expect(201);
    const [one, two] = await Promise.all([once(), once()]);
    expect(one?.body.materials).toHaveLength(1);
    expect(two?.body).toEqual(one?.body);
    await send('b.pdf', aPdf()).set('idempotency-key', 'k1').expect(422);
  });

  it('are safe to open: attached, unguessed, closed in, asked about each time', async () => {
    const { id, file } = await added('Õpi "ring".pdf', aPdf());
    await publish();
    const answer = await read(id).expect(200);
    expect(answer.body).toEqual(aPdf());
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(aPdf().length),
      'content-disposition': `attachment; filename="Opi ring.pdf"; filename*=UTF-8''%C3%95pi%20ring.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-cache',
      etag: `"${file?.hash}"`,
    });
    expect(file?.hash).toBe(createHash('sha256').update(aPdf()).digest('hex'));
    await api('get', at(id), 'marika').set('if-none-match', `"${file?.hash}"`).expect(304);
    await api('get', at(id), 'gone').set('if-none-match', `"${file?.hash}"`).expect(404);
  });

  it('come in parts where a player asks for parts', async () => {
    const bytes = anMp3();
    const { id, file } = await added('vestlus.mp3', bytes);
    await publish();
    const part = (range: string, more: Record<string, string> = {}) => read(id).set({ range, ...more });
    const { length } = bytes;
    for (const [range, from, to] of [
      ['bytes=0-9', 0, 9],
      ['bytes=417-', 417, length - 1],
      ['bytes=-10', length - 10, length - 1],
      ['bytes=4000-999999', 4000, length - 1],
    ] as const) {
      const answer = await part(range).expect(206);
      expect(answer.headers['content-range']).toBe(`bytes ${from}-${to}/${length}`);
      expect(answer.body).toEqual(bytes.subarray(from, to + 1));
    }
    for (const odd of ['bytes=9-2', 'bytes=a-b', 'bytes=0-1,3-4', 'lines=1-2']) await part(odd).expect(200);
    const beyond = api('get', at(id), 'marika').set('range', `bytes=${length}-`);
    expect((await beyond.expect(416)).body.code).toBe('range');
    await part('bytes=0-9', { 'if-range': '"another"' }).expect(200);
    await part('bytes=0-9', { 'if-range': `"${file?.hash}"` }).expect(206);
  });

  it('show from the edition what the draft has removed, and from the draft what no edition has yet', async () => {
    const first = await added('a.pdf', aPdf('one'));
    await publish();
    const second = await added('b.pdf', aPdf('two'));
    await put([{ id: second.id }], 3).expect(200);
    await read(first.id).expect(200);
    await read(second.id).expect(404);
    await read(second.id, 'kadri').expect(200);
    await read(second.id, 'maarja').expect(200);
    const { changes } = (await api('get', `cohorts/${cohort.id}/changes`).expect(200)).body;
    expect(changes).toMatchObject([{ kind: 'changed', fields: ['materials'] }]);
    await publish();
    await read(first.id).expect(404);
    await read(first.id, 'kadri').expect(200);
    const { editions } = (await api('get', `cohorts/${cohort.id}/editions`)).body;
    await api('put', `cohorts/${cohort.id}/editions/${editions[1].id}/draft`).expect(204);
    const { modules } = (await api('get', `cohorts/${cohort.id}/curriculum`)).body;
    expect(modules[0].activities[0].materials).toEqual([first]);
  });

  it('are nobody’s from outside, and only the organizer’s to change', async () => {
    const { id } = await added('a.pdf', aPdf());
    await publish();
    const nothing = '01900000-0000-7000-8000-000000000000';
    const said = async (material: string, who: string) => {
      const { status, body, headers } = await api('get', at(material), who).set(
        'x-request-id',
        'the-same-request',
      );
      return [status, body, headers['content-security-policy'], headers['content-type']];
    };
    for (const who of ['outsider', 'admin', 'gone'])
      expect(await said(id, who)).toEqual(await said(nothing, who));
    for (const who of ['marika', 'helve', 'maarja', 'kadri']) await read(id, who).expect(200);
    await read(nothing).expect(404);
    await read('a%2F..', 'marika').expect(404);
    for (const [who, status] of [
      ['marika', 403],
      ['maarja', 403],
      ['outsider', 404],
      ['admin', 404],
      ['nobody', 401],
    ] as const) {
      await send('a.pdf', aPdf(), who).expect(status);
      await put([], 2, who).expect(status);
    }
    await read(id, 'nobody').expect(401);
    for (const [who, status] of [
      ['marika', 200],
      ['outsider', 404],
      ['admin', 404],
      ['nobody', 401],
    ] as const)
      await api('get', `cohorts/${cohort.id}/materials`, who).expect(status);
  });

  it('are gathered by module as published', async () => {
    await world.activity(await world.module(cohort), { kind: 'watch' });
    const file = await added('a.pdf', aPdf());
    const list = async () => (await api('get', `cohorts/${cohort.id}/materials`, 'marika').expect(200)).body;
    expect(await list()).toEqual({ modules: [] });
    await publish();
    expect(await list()).toMatchObject({
      modules: [{ activities: [{ id: activity, kind: 'read', materials: [file] }] }],
    });
  });

  it('go when nothing shows them any more, and not before', async () => {
    const [shown, dropped] = [await added('a.pdf', aPdf('shown')), await added('b.pdf', aPdf('dropped'))];
    await put([{ id: shown.id }], 3).expect(200);
    await publish();
    await put([], 4).expect(200);
    const sweep = app.nest.get(FileSweep);
    const has = async (it: MaterialView) => (await kept()).includes(it.file?.hash ?? '');
    await sweep.sweep();
    await sweep.sweep(new Date(Date.now() + 3 * DAY));
    expect([await has(shown), await has(dropped)]).toEqual([true, true]);
    await sweep.sweep(new Date(Date.now() + 9 * DAY));
    expect([await has(shown), await has(dropped)]).toEqual([true, false]);
    await read(shown.id).expect(200);
    await added('b.pdf', aPdf('dropped'));
    expect(await has(dropped)).toBe(true);
  });

  it('are there on every server, and kept once however often they come', async () => {
    const second = await testApp({ databaseUrl: app.appUrl, files: { folder: app.folder } });
    try {
      const { url } = second;
      const bytes = aPng(7, 5);
      const before = (await kept()).length;
      const sent = [app.url, url, app.url, url].map((server, n) =>
        request(server)
          .post(`/api/${at('files')}`)
          .set('cookie', cookies['kadri'] ?? '')
          .attach('file', bytes, `${n}.png`)
          .expect(201),
      );
      await Promise.all(sent);
      expect((await kept()).length).toBe(before + 1);
      await publish();
      const { body } = await request(url)
        .get(`/api/cohorts/${cohort.id}/materials`)
        .set('cookie', cookies['marika'] ?? '');
      const [{ id }] = body.modules[0].activities[0].materials;
      expect(body.modules[0].activities[0].materials).toHaveLength(4);
      await request(url)
        .get(`/api/${at(id)}`)
        .set('cookie', cookies['marika'] ?? '')
        .expect(200);
    } finally {
      await second.close();
    }
  });
});
