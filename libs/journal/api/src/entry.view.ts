import type { PersonView } from '@opiring/contract/cohorts';
import type { EntryOccasion, EntrySummaryView, EntryView, ShareView } from '@opiring/contract/journal';
import type { DocumentNode, GivenText } from '@opiring/contract/journal';
import type { Audience } from '@opiring/contract/journal.values';
import type { Locale } from '@opiring/contract/values';
import type { Viewer } from '@opiring/platform/api';
import { entryAbilities, isAuthor } from './entry.policy';

/** Instants come as dates, or as text where PostgreSQL put them into JSON. */
type At = Date | string;

export interface ShareRow {
  id: string;
  audience: Audience;
  version: number;
  purpose: string;
  grantedAt: At;
  expiresAt: At | null;
  until: string | null;
  offer: boolean;
  /** The author's only. */
  versionAt?: At;
  staleSince?: At | null;
  recipients: string[] | null;
}
export interface EntryRow extends EntryOccasion {
  id: string;
  cohortId: string;
  authorId: string;
  accountId: string;
  /** The author's only: which save stands. */
  writeId?: string | null;
  title: string;
  body: DocumentNode;
  lang: Locale;
  /** The author's only. */
  revision?: number;
  version: number;
  createdAt: At;
  updatedAt: At;
  doneAt: At | null;
  shares: ShareRow[];
  readerId?: string;
  mentorId?: string | null;
}
export interface SummaryRow extends EntryOccasion {
  id: string;
  cohortId: string;
  authorId: string;
  title: string;
  lang: Locale;
  opening: string;
  at: At;
  doneAt: At | null;
  place: string;
  audiences?: Audience[];
  notes?: number;
}
type People = ReadonlyMap<string, PersonView>;

const iso = (at: At): string => new Date(at).toISOString();
const orNull = (at: At | null): string | null => (at === null ? null : iso(at));

/** Somebody whose account is gone still has a place in a sentence. */
const GONE: Omit<PersonView, 'membershipId'> = {
  name: '',
  role: 'participant',
  seat: null,
  municipality: '',
  occupation: '',
};
export const personFrom = (people: People, membershipId: string): PersonView =>
  people.get(membershipId) ?? { membershipId, ...GONE };

/** Everybody an entry's view names. */
export const namedIn = (row: EntryRow): string[] => [
  row.authorId,
  ...row.shares.flatMap((share) => share.recipients ?? []),
];

const occasionOf = (row: EntryOccasion): EntryOccasion => ({
  activityId: row.activityId,
  questionId: row.questionId,
  questionVersion: row.questionVersion,
  questionPosition: row.questionPosition,
  questionText: row.questionText,
  moment: row.moment,
});

/** What a reader gets of the author's making; the preview shows the same. */
export const givenText = (row: GivenText): GivenText => ({
  ...occasionOf(row),
  title: row.title,
  body: row.body,
  lang: row.lang,
});

export const shareView = (row: ShareRow, people: People): ShareView => ({
  id: row.id,
  audience: row.audience,
  version: row.version,
  purpose: row.purpose,
  grantedAt: iso(row.grantedAt),
  expiresAt: orNull(row.expiresAt),
  until: row.until,
  offer: row.offer,
  ...(row.versionAt !== undefined && {
    versionAt: iso(row.versionAt),
    staleSince: orNull(row.staleSince ?? null),
  }),
  recipients: (row.recipients ?? []).map((id) => personFrom(people, id)),
});

export const entryView = (row: EntryRow, people: People, viewer: Viewer): EntryView => ({
  id: row.id,
  cohortId: row.cohortId,
  author: personFrom(people, row.authorId),
  mine: isAuthor(viewer, row),
  ...givenText(row),
  ...(row.revision !== undefined && { revision: row.revision }),
  version: row.version,
  createdAt: iso(row.createdAt),
  updatedAt: iso(row.updatedAt),
  doneAt: orNull(row.doneAt),
  shares: row.shares.map((share) => shareView(share, people)),
  can: entryAbilities(viewer, row),
});

export const summaryView = (row: SummaryRow, people: People): EntrySummaryView => ({
  id: row.id,
  cohortId: row.cohortId,
  author: personFrom(people, row.authorId),
  ...occasionOf(row),
  title: row.title,
  lang: row.lang,
  opening: row.opening,
  at: iso(row.at),
  doneAt: orNull(row.doneAt),
  ...(row.audiences && { audiences: row.audiences }),
  ...(row.notes !== undefined && { notes: row.notes }),
});
