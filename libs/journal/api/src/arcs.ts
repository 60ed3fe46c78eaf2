import { Injectable } from '@nestjs/common';
import type { ArcAnswerView, ArcWordsView, MovedView } from '@opiring/contract/arc';
import { MOMENTS } from '@opiring/contract/values';
import type { Tx } from '@opiring/platform/api';
import { ARC, MOVED, STEMS } from './arc.queries';
import { DICTIONARIES, type StemRow, wordsMoved } from './arc-words';

interface ArcRow extends Omit<ArcAnswerView, 'after' | 'createdAt' | 'updatedAt' | 'doneAt'> {
  meetingId: string | null;
  circleId: string | null;
  createdAt: Date;
  updatedAt: Date;
  doneAt: Date | null;
}
export interface MovedRow extends Omit<MovedView, 'updatedAt'> {
  updatedAt: Date;
}

/** An arc of a hundred answers would be a journal; beyond this the latest are in the journal's own list. */
const ANSWERS = 100;

/** The front door to a leader's arcs, for their own page: row-level security finds nothing for anybody else. */
@Injectable()
export class Arcs {
  /** The member's answers to the question, the oldest first. */
  async answers(tx: Tx, membershipId: string, questionId: string): Promise<ArcAnswerView[]> {
    const rows = await tx.manager.query<ArcRow[]>(ARC, [membershipId, questionId, ANSWERS]);
    return rows.map(answerView);
  }

  /** The leader's own sentence; revision 0 where nothing was said yet. */
  async moved(tx: Tx, membershipId: string, questionId: string): Promise<MovedView> {
    const [row] = await tx.manager.query<MovedRow[]>(MOVED, [membershipId, questionId, tx.viewer.accountId]);
    return movedView(row, tx);
  }

  /** Words of the first and the last of the three; null where there are no two in one language. */
  async words(tx: Tx, answers: readonly (ArcAnswerView | null)[]): Promise<ArcWordsView | null> {
    const given = answers.filter((answer) => answer !== null);
    const [first, last] = [given.at(0), given.at(-1)];
    if (!first?.moment || !last?.moment || first === last || first.lang !== last.lang) return null;
    const rows = await tx.manager.query<StemRow[]>(STEMS, [
      first.words,
      last.words,
      DICTIONARIES[first.lang],
    ]);
    return { from: first.moment, to: last.moment, ...wordsMoved(rows, first.lang) };
  }

  /** Which answer speaks for each place: what is done before what is begun, then the newest. The rest stands in between. */
  placed(answers: readonly ArcAnswerView[]): { places: (ArcAnswerView | null)[]; between: ArcAnswerView[] } {
    const places = MOMENTS.map((moment) => {
      const those = answers.filter((answer) => answer.moment === moment);
      return those.findLast(({ doneAt }) => doneAt !== null) ?? those.at(-1) ?? null;
    });
    return { places, between: answers.filter((answer) => !places.includes(answer)) };
  }
}

export const movedView = (row: MovedRow | undefined, tx: Tx): MovedView =>
  row
    ? { ...row, updatedAt: row.updatedAt.toISOString() }
    : { text: '', lang: tx.viewer.locale, revision: 0, updatedAt: null };

function answerView({
  meetingId,
  circleId,
  createdAt,
  updatedAt,
  doneAt,
  shares,
  ...row
}: ArcRow): ArcAnswerView {
  const iso = (at: string): string => new Date(at).toISOString();
  return {
    ...row,
    after: circleId
      ? { kind: 'circle', id: circleId }
      : meetingId
        ? { kind: 'meeting', id: meetingId }
        : null,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
    shares: shares.map((share) => ({
      ...share,
      grantedAt: iso(share.grantedAt),
      expiresAt: share.expiresAt && iso(share.expiresAt),
    })),
  };
}
