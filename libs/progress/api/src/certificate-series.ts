import { randomBytes } from 'node:crypto';
import type { Day } from '@opiring/contract/text';
import type { Tx } from '@opiring/platform/api';
import { BEGIN_SERIES, COUNT_SERIES, HOLD_SERIES } from './certificates.queries';

/** 160 bits that nobody guesses; what is printed for checking, and nothing else opens the public page. */
export const newCode = (): string => randomBytes(20).toString('base64url');

/** The first letters of the programme's words: `dialoogid-kogukonnas` gives DK. */
export function lettersOf(slug: string): string {
  const letters = slug
    .split('-')
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase()
    .replace(/^[^A-Z]+/, '')
    .slice(0, 5);
  return letters || 'O';
}

/** Numbers of one cohort, one after the other; held until the transaction ends, so that two who issue at once wait in line. */
export class Series {
  private constructor(
    private readonly tx: Tx,
    private readonly cohortId: string,
    private readonly prefix: string,
    private last: number,
  ) {}

  static async hold(tx: Tx, cohortId: string, slug: string): Promise<Series> {
    const letters = lettersOf(slug);
    for (let nth = 1; ; nth++) {
      const [row] = await tx.manager.query<{ prefix: string; last: number }[]>(HOLD_SERIES, [cohortId]);
      if (row) return new Series(tx, cohortId, row.prefix, row.last);
      // Other cohorts may have the letters already: then DK2, DK3 and on.
      await tx.manager.query(BEGIN_SERIES, [cohortId, nth === 1 ? letters : `${letters}${nth}`]);
    }
  }

  /** Cohort, year, place in line: DK-2024-007. */
  next(today: Day): string {
    this.last += 1;
    return `${this.prefix}-${today.slice(0, 4)}-${String(this.last).padStart(3, '0')}`;
  }

  async keep(): Promise<void> {
    await this.tx.manager.query(COUNT_SERIES, [this.cohortId, this.last]);
  }
}
