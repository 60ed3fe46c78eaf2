import { createPublicKey, generateKeyPairSync, type KeyObject, verify } from 'node:crypto';
import type { CertificatesView, OwnCertificateView } from '@opiring/contract/certificates';
import { aCast, type Cast, testApp, type TestApp, flat, ReadPdf } from '@opiring/platform/testing';
import { createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet, jwtVerify } from 'jose';
import request from 'supertest';

describe('a paper to take along', () => {
  let app: TestApp;
  let cast: Cast;
  let id: string;

  beforeAll(async () => {
    app = await testApp();
    cast = await aCast(app);
    const meeting = await cast.world.meeting(cast.cohort, -3);
    await cast.maarja.says.put(`/meetings/${meeting}/attendance/${cast.marika.membershipId}`, {
      state: 'present',
    });
    const given = await cast.maarja.says.post(`/cohorts/${cast.cohort.id}/certificates`, {});
    id = (given.body as CertificatesView).members[0]?.issued[0]?.id ?? '';
  });
  afterAll(() => app.close());

  const file = async (who: 'marika' | 'maarja', path: string): Promise<Buffer> => {
    const answer = await request(app.url)
      .get(`/api/certificates/${id}/${path}`)
      .set('cookie', await cast.world.signIn(cast[who]))
      .buffer(true)
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect(answer.status).toBe(200);
    return answer.body as Buffer;
  };

  const spoken = async (lang: string) =>
    flat(new ReadPdf(await file('marika', `paper.pdf?lang=${lang}`)).spoken)
      .map(({ text }) => text)
      .filter(Boolean);

  it('says who did what, under which number, and where that can be checked, in both languages', async () => {
    const [paper] = (await cast.marika.says.get('/me/certificates')).body as OwnCertificateView[];
    const { number = '', url = '' } = paper ?? {};
    const day = (lang: string) =>
      new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'Europe/Tallinn' }).format(new Date());
    expect(await spoken('et')).toEqual([
      'Dialoogid kogukonnas',
      'Tõend',
      'Marika',
      'Võttis osa programmist',
      'Dialoogid kogukonnas',
      expect.stringMatching(/^\d+\. [a-zäõ]+ \d{4} – \d+\. [a-zäõ]+ \d{4}$/),
      'Osales ühel kohtumisel.',
      'Maarja',
      'Programmijuht',
      `Number ${number} · Välja antud ${day('et-EE')}`,
      'Ehtsust saab kontrollida aadressil',
      url,
    ]);
    expect(await spoken('en')).toEqual(
      expect.arrayContaining([
        'Statement of participation',
        'Marika',
        'Took part in one meeting.',
        `Number ${number} · Issued ${day('en-GB')}`,
      ]),
    );
  });

  it.each(['et', 'en'])('is a tagged PDF that says its language: %s', async (lang) => {
    for (const who of ['marika', 'maarja'] as const) {
      const paper = new ReadPdf(await file(who, `paper.pdf?lang=${lang}`));
      expect(paper.says('ViewerPreferences')).toMatch(/\/DisplayDocTitle true/);
      const tags = flat(paper.spoken).map(({ tag }) => tag);
      expect(tags[0]).toBe('Document');
      expect(tags.filter((tag) => /^H\d$/.test(tag))).toEqual(['H1']);
      const pdf = paper.text;
      expect(pdf.startsWith('%PDF-1.7')).toBe(true);
      for (const mark of [`/Lang (${lang})`, '/StructTreeRoot', '/Marked true', '/S /H1', '/FontFile2'])
        expect(pdf).toContain(mark);
      expect(pdf).toContain('/Count 1\n');
    }
    expect((await cast.marika.says.get(`/certificates/${id}/paper.pdf?lang=xx`)).status).toBe(400);
  });

  it('is nobody else’s', async () => {
    for (const who of [cast.ants, cast.helve, cast.kadri, cast.stranger, cast.haldur])
      for (const path of ['paper.pdf', 'badge.jwt'])
        expect((await who.says.get(`/certificates/${id}/${path}`)).status).toBe(404);
    expect((await cast.maarja.says.get(`/certificates/${id}/badge.jwt`)).status).toBe(404);
  });

  it('is a credential that others verify with the published key', async () => {
    const jwt = (await file('marika', 'badge.jwt')).toString();
    const { body } = await cast.anonymous.get('/badges/keys');
    const keys = body as JSONWebKeySet;
    expect(JSON.stringify(keys)).not.toContain('"d"');
    const { payload } = await jwtVerify(jwt, createLocalJWKSet(keys), {
      issuer: 'http://localhost:3000/api/badges/issuer',
    });
    expect(payload['type']).toEqual(['VerifiableCredential', 'OpenBadgeCredential']);
    expect(payload.jti).toBe(`urn:uuid:${id}`);
    expect(JSON.stringify(payload)).not.toContain(cast.marika.email);
    const [head = '', said = '', signature = ''] = jwt.split('.');
    const key = createPublicKey({ key: keys.keys[0] as never, format: 'jwk' });
    const holds = (text: string) =>
      verify(
        'sha256',
        Buffer.from(text),
        { key, dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      );
    expect([holds(`${head}.${said}`), holds(`${head}.${said}x`)]).toEqual([true, false]);
    // Whoever has the credential alone follows its own word for the key.
    const { kid } = decodeProtectedHeader(jwt);
    expect(kid).toBe(keys.keys[0]?.kid);
    const address = String(kid).replace('http://localhost:3000/api', '');
    expect((await cast.anonymous.get(address)).body).toEqual(keys.keys[0]);
    expect((await cast.anonymous.get('/badges/keys/none')).status).toBe(404);
  });

  it('is signed by the installation’s own key, which no table keeps, and stays good when another key follows', async () => {
    const before = (await file('marika', 'badge.jwt')).toString();
    const signedBy = async (badgeKey: KeyObject): Promise<string> => {
      const other = await testApp({ databaseUrl: app.appUrl, badgeKey });
      try {
        const answer = await request(other.url)
          .get(`/api/certificates/${id}/badge.jwt`)
          .set('cookie', await cast.world.signIn(cast.marika))
          .buffer(true);
        expect(answer.status).toBe(200);
        return String(answer.text ?? answer.body);
      } finally {
        await other.close();
      }
    };
    const own = [1, 2].map(() => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);
    const jwts = [before];
    for (const key of own) jwts.push(await signedBy(key));
    const { body } = await cast.anonymous.get('/badges/keys');
    expect((body as JSONWebKeySet).keys).toHaveLength(3);
    const kids = jwts.map((jwt) => decodeProtectedHeader(jwt).kid);
    expect(new Set(kids).size).toBe(3);
    for (const jwt of jwts) await jwtVerify(jwt, createLocalJWKSet(body as JSONWebKeySet));
    const { rows } = await app.database.query<{ n: number }>(
      'SELECT count(private_key)::int AS n FROM issuer_keys',
    );
    expect(rows[0]?.n).toBe(1);
  });

  it('is told as withdrawn once revoked', async () => {
    await cast.maarja.says.post(`/certificates/${id}/revocation`, { reason: 'Eksitus' });
    const told = await cast.anonymous.get('/badges/revocations');
    expect(told.text).toContain(`urn:uuid:${id}`);
    expect(told.text).not.toContain('Eksitus');
    expect((await cast.marika.says.get(`/certificates/${id}/badge.jwt`)).status).toBe(404);
  });

  it('says on the sheet, once revoked, that it does not hold, and not why', async () => {
    const words = await spoken('et');
    expect(words[0]).toBe('Tagasi võetud. See dokument ei kehti.');
    expect(words.join()).not.toContain('Eksitus');
    expect((await spoken('en'))[0]).toBe('Revoked. This document is not valid.');
  });
});
