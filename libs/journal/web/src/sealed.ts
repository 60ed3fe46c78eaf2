/** A text at rest on this device: unreadable without the account's key, which the browser lends but never shows. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  words: ArrayBuffer;
}

/** A key of this account on this device. It cannot be taken out of the browser's keeping. */
export const newSealingKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** `place` is bound in: a sealed text put elsewhere does not open. */
export async function seal(key: CryptoKey, place: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode(place);
  const plain = new TextEncoder().encode(JSON.stringify(value));
  return { iv, words: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain) };
}

export async function unseal(key: CryptoKey, place: string, { iv, words }: Sealed): Promise<unknown> {
  const additionalData = new TextEncoder().encode(place);
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, words);
  return JSON.parse(new TextDecoder().decode(plain));
}
