import { createPublicKey, verify } from 'node:crypto';
import type { CertificatesView } from '@opiring/contract/certificates';
import { aCast, type Cast, testApp, type TestApp } from '@opiring/platform/testing';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
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

  it.each(['et', 'en'])('is a tagged PDF that says its language: %s', async (lang) => {
    for (const who of ['marika', 'maarja'] as const) {
      const pdf = (await file(who, `paper.pdf?lang=${lang}`)).toString('latin1');
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
    // Keys are named by their address; the set names them by its last part.
    const named = {
      keys: keys.keys.map((key) => ({ ...key, kid: `http://localhost:3000/api/badges/keys/${key.kid}` })),
    };
    const { payload } = await jwtVerify(jwt, createLocalJWKSet(named), {
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
    expect((await cast.anonymous.get(`/badges/keys/${keys.keys[0]?.kid}`)).body).toEqual(keys.keys[0]);
    expect((await cast.anonymous.get('/badges/keys/none')).status).toBe(404);
  });

  it('is told as withdrawn once revoked', async () => {
    await cast.maarja.says.post(`/certificates/${id}/revocation`, { reason: 'Eksitus' });
    const told = await cast.anonymous.get('/badges/revocations');
    expect(told.text).toContain(`urn:uuid:${id}`);
    expect(told.text).not.toContain('Eksitus');
    expect((await cast.marika.says.get(`/certificates/${id}/badge.jwt`)).status).toBe(404);
  });
});
