import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** No letter that looks like a digit or another letter from the back of a room, and no vowel to make a word with. */
const ALPHABET = '34679CDFGHJKMNPQRTWXY';
const LENGTH = 6;
/** Some milliseconds a guess: 85 million of them are weeks of work for a code that lives for minutes. */
const COST = { N: 2 ** 11, r: 8, p: 1 };

/** One code of a meeting's check-in, known only by its salted hash. */
@Entity('check_in_codes')
export class CheckInCode {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id!: string;
  @Column('uuid', { name: 'meeting_id' }) meetingId!: string;
  @Column('uuid', { name: 'cohort_id' }) cohortId!: string;
  @Column('bytea') salt!: Buffer;
  @Column('bytea', { name: 'code_hash' }) codeHash!: Buffer;
  @Column('uuid', { name: 'made_by', nullable: true }) madeBy!: string | null;
  @Column('timestamptz', { name: 'made_at' }) madeAt!: Date;
  @Column('timestamptz', { name: 'valid_until' }) validUntil!: Date;

  async is(typed: string): Promise<boolean> {
    return timingSafeEqual(await hashed(typed, this.salt), this.codeHash);
  }
}

/** A new code with what is kept of it. */
export async function drawCode(): Promise<{ code: string; salt: Buffer; codeHash: Buffer }> {
  const code = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const salt = randomBytes(16);
  return { code, salt, codeHash: await hashed(code, salt) };
}

/** As people type it: in either case, with a space or a hyphen in the middle. */
export const typedCode = (typed: string): string => typed.replace(/[\s_-]/g, '').toUpperCase();

const hashed = (code: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(code, salt, 32, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });
