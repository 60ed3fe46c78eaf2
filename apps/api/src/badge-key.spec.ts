import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { badgeKeyFrom } from './badge-key';

describe('the installation’s own badge key', () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = String(privateKey.export({ format: 'pem', type: 'pkcs8' }));
  const jwk = privateKey.export({ format: 'jwk' });

  it.each([
    ['PEM', pem],
    ['PEM in one line', pem.replaceAll('\n', '\\n')],
    ['JWK', JSON.stringify(jwk)],
  ])('is read from %s', (_, BADGE_KEY) => {
    expect(badgeKeyFrom({ BADGE_KEY })?.export({ format: 'jwk' })).toEqual(jwk);
  });

  it('is read from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'badge-key-'));
    try {
      const BADGE_KEY_FILE = join(folder, 'key.pem');
      writeFileSync(BADGE_KEY_FILE, pem);
      expect(badgeKeyFrom({ BADGE_KEY_FILE })?.export({ format: 'jwk' })).toEqual(jwk);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is none where nothing is said', () => {
    expect(badgeKeyFrom({})).toBeUndefined();
    expect(badgeKeyFrom({ BADGE_KEY: ' ' })).toBeUndefined();
  });

  it.each([
    [
      'another curve',
      String(
        generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey.export({
          format: 'pem',
          type: 'pkcs8',
        }),
      ),
    ],
    ['a public half', JSON.stringify({ ...jwk, d: undefined })],
    ['no key at all', 'saladus'],
  ])('stops the start, and is not repeated: %s', (_, BADGE_KEY) => {
    expect(() => badgeKeyFrom({ BADGE_KEY })).toThrow(/^BADGE_KEY is no private key/);
    expect(() => badgeKeyFrom({ BADGE_KEY })).not.toThrow(/saladus|BEGIN/);
  });
});
