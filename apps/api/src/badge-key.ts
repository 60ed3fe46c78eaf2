import { createPrivateKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The key that badges are signed with, where the installation brings its own: PEM or JWK, from the environment or from a file. */
export function badgeKeyFrom(env: NodeJS.ProcessEnv): KeyObject | undefined {
  const file = env['BADGE_KEY_FILE'];
  const text = env['BADGE_KEY'] ?? (file && readFileSync(file, 'utf8'));
  if (!text?.trim()) return undefined;
  const key = parsed(text.trim());
  if (key?.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
    throw new Error('BADGE_KEY is no private key on the curve P-256, neither in PEM nor as JWK.');
  return key;
}

/** What is wrong with a secret is not said in detail: a log keeps it. */
function parsed(text: string): KeyObject | undefined {
  try {
    if (text.startsWith('{')) return createPrivateKey({ key: JSON.parse(text), format: 'jwk' });
    // A variable of one line writes its line breaks out.
    return createPrivateKey(text.replaceAll('\\n', '\n'));
  } catch {
    return undefined;
  }
}
