import { Injectable } from '@nestjs/common';
import type { PersonView } from '@opiring/contract/cohorts';
import type { EntryOccasion } from '@opiring/contract/journal';
import type { DeskLeaderView, DeskLetterView, DeskView, PageQuery } from '@opiring/contract/mentoring';
import type { Locale } from '@opiring/contract/values';
import { type Caller, NotAllowed, NotFound, pageOf, placeAfter, prepared, Work } from '@opiring/platform/api';
import { DESK } from './desk.queries';
import { canListConversations, canSeeDesk } from './note.policy';

interface LetterRow extends EntryOccasion {
  /** The share's. */
  id: string;
  entryId: string;
  cohortId: string;
  authorId: string;
  sharedAt: string;
  place: string;
  title: string;
  lang: Locale;
  opening: string;
  words: number;
  waitingDays: number;
}
interface DeskRow {
  letters: LetterRow[];
  answeredThisWeek: number;
  leaders: DeskLeaderView[];
}

const PAGE = 50;
/** A calm reader's words in a minute. */
const PACE = 180;

/** What waits for a mentor: letters from the leaders they accompany, the oldest first. */
@Injectable()
export class DeskService {
  constructor(private readonly work: Work) {}

  desk(caller: Caller, cohortId: string, query: PageQuery): Promise<DeskView> {
    return this.work.read(caller, async (tx) => {
      if (!canListConversations(tx.viewer, cohortId)) throw new NotFound();
      const seat = tx.viewer.as('mentor', cohortId);
      if (!seat || !canSeeDesk(tx.viewer, cohortId)) throw new NotAllowed('The desk is a mentor’s.');
      const place = placeAfter(query.after);
      const limit = query.limit ?? PAGE;
      const [desk] = await prepared<DeskRow>(tx, 'mentoring-desk', DESK, [
        seat.id,
        tx.now,
        place?.at ?? null,
        place?.id ?? null,
        limit + 1,
      ]);
      if (!desk) throw new NotFound();
      const { rows, ...next } = pageOf(desk.letters, limit);
      const leaders = desk.leaders.map(leaderView);
      const people = new Map(leaders.map((leader) => [leader.membershipId, leader]));
      return {
        waiting: rows.flatMap((row) => {
          const author = people.get(row.authorId);
          return author ? [letterView(row, author)] : [];
        }),
        ...next,
        answeredThisWeek: desk.answeredThisWeek,
        leaders,
      };
    });
  }
}

const iso = (at: string): string => new Date(at).toISOString();

const leaderView = (row: DeskLeaderView): DeskLeaderView => ({
  ...row,
  lastSharedAt: row.lastSharedAt && iso(row.lastSharedAt),
});

function letterView(row: LetterRow, leader: DeskLeaderView): DeskLetterView {
  const { membershipId, name, role, seat, municipality, occupation } = leader;
  const author: PersonView = { membershipId, name, role, seat, municipality, occupation };
  return {
    id: row.entryId,
    cohortId: row.cohortId,
    author,
    activityId: row.activityId,
    questionId: row.questionId,
    questionVersion: row.questionVersion,
    questionPosition: row.questionPosition,
    questionText: row.questionText,
    moment: row.moment,
    title: row.title,
    lang: row.lang,
    opening: row.opening,
    at: iso(row.sharedAt),
    doneAt: null,
    shareId: row.id,
    sharedAt: iso(row.sharedAt),
    waitingDays: Math.max(0, row.waitingDays),
    minutes: Math.max(1, Math.ceil(row.words / PACE)),
  };
}
