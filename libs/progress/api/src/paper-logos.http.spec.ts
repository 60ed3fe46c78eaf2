import type { CertificatesView } from '@opiring/contract/certificates';
import { FileSweep } from '@opiring/platform/api';
import { aCast, aJpeg, aPng, aWebp, type Cast, testApp, type TestApp } from '@opiring/platform/testing';
import request from 'supertest';
import { type PaperLogo, placesOf } from './paper-logos';

const DAY = 86_400_000;

describe('logos on papers', () => {
  let app: TestApp;
  let cast: Cast;
  let certificate: string;

  const file = async (path: string): Promise<string> => {
    const answer = await request(app.url)
      .get(`/api/${path}`)
      .set('cookie', await cast.world.signIn(cast.maarja))
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect(answer.status).toBe(200);
    return (answer.body as Buffer).toString('latin1');
  };
  const times = (text: string, word: RegExp): number => text.match(new RegExp(word, 'g'))?.length ?? 0;

  beforeAll(async () => {
    app = await testApp();
    cast = await aCast(app);
    const meeting = await cast.world.meeting(cast.cohort, -3);
    await cast.maarja.says.put(`/meetings/${meeting}/attendance/${cast.marika.membershipId}`, {
      state: 'present',
    });
    const slug = `/programmes/${cast.cohort.slug}`;
    const { body: before } = await cast.kadri.says.get(`${slug}/page`);
    const names = [{ name: 'Vald' }, { name: 'Selts' }, { name: 'Kool' }, { name: 'Nimi' }];
    const { body: page } = await request(app.url)
      .patch(`/api${slug}/page`)
      .set('cookie', await cast.world.signIn(cast.kadri))
      .set('if-match', `"${before.revision}"`)
      .send({ partners: names });
    const pictures = [aPng(200, 80), aJpeg(90, 90), aWebp(90, 60)];
    for (const [at, bytes] of pictures.entries())
      await request(app.url)
        .post(`/api${slug}/partners/${page.partners[at].id}/logo`)
        .set('cookie', await cast.world.signIn(cast.kadri))
        .attach('file', bytes, ['a.png', 'a.jpg', 'a.webp'][at])
        .expect(201);
  });
  afterAll(() => app.close());

  it('are drawn on the report, each a figure with words; a WebP leaves its name', async () => {
    const pdf = await file(`cohorts/${cast.cohort.id}/report.pdf`);
    expect(times(pdf, /\/S \/Figure/)).toBe(2);
    expect(pdf).toContain('/Alt (Vald)');
    expect(pdf).toContain('/Alt (Selts)');
    expect(times(pdf, /\/Subtype \/Image/)).toBe(2);
    expect(times(pdf, /\/BBox \[/)).toBe(2);
  });

  it('stay on a certificate as it was issued, whatever becomes of the partners', async () => {
    const given = await cast.maarja.says.post(`/cohorts/${cast.cohort.id}/certificates`, {});
    certificate = (given.body as CertificatesView).members.flatMap(({ issued }) => issued)[0]?.id ?? '';
    const { body: page } = await cast.kadri.says.get(`/programmes/${cast.cohort.slug}/page`);
    const gone = await request(app.url)
      .patch(`/api/programmes/${cast.cohort.slug}/page`)
      .set('cookie', await cast.world.signIn(cast.kadri))
      .set('if-match', `"${page.revision}"`)
      .send({ partners: [] });
    expect(gone.body.partners).toEqual([]);
    await app.nest.get(FileSweep).sweep(new Date(Date.now() + 2 * DAY));
    for (const lang of ['et', 'en']) {
      const pdf = await file(`certificates/${certificate}/paper.pdf?lang=${lang}`);
      expect(times(pdf, /\/S \/Figure/)).toBe(2);
      expect(pdf).toContain('/Count 1\n');
    }
    expect(await file(`cohorts/${cast.cohort.id}/report.pdf`)).not.toContain('/Figure');
  });

  const logo = (width: number, height: number): PaperLogo => ({
    bytes: Buffer.alloc(0),
    alt: { text: 'Vald', lang: 'et' },
    width,
    height,
  });
  it.each([1, 3, 8, 20])('of %i partners stay within their place, and out of each other’s', (count) => {
    const box = { x: 220, y: 76, width: 297, height: 102 };
    const logos = Array.from({ length: count }, (_, at) => logo(60 + 190 * (at % 7), 60 + 90 * (at % 4)));
    const places = placesOf(logos, box);
    expect(places).toHaveLength(count);
    for (const [at, { x, y, width, height }] of places.entries()) {
      expect(x).toBeGreaterThanOrEqual(box.x);
      expect(x + width).toBeLessThanOrEqual(box.x + box.width);
      expect(y + height).toBeLessThanOrEqual(box.y + box.height);
      expect(width / height).toBeCloseTo((logos[at]?.width ?? 0) / (logos[at]?.height ?? 1));
      for (const other of places.slice(0, at))
        expect(other.y + other.height <= y || other.x + other.width <= x || y + height <= other.y).toBe(true);
    }
  });
  it('that fit at no height leave their names', () => {
    expect(
      placesOf(
        Array.from({ length: 200 }, () => logo(100, 100)),
        { x: 0, y: 0, width: 297, height: 102 },
      ),
    ).toEqual([]);
  });
});
