import type { PersonView } from '@opiring/contract/cohorts';
import type { NoteAnchor, NoteKind, NoteView, ReplyView } from '@opiring/contract/mentoring';
import type { Locale } from '@opiring/contract/values';
import type { Viewer } from '@opiring/platform/api';
import { canReply, canThank, type NoteFacts } from './note.policy';

type At = Date | string;

export interface ReplyRow {
  id: string;
  byId: string;
  body: string;
  lang: Locale;
  createdAt: At;
}
export interface NoteRow extends NoteFacts {
  id: string;
  entryId: string;
  authorId: string;
  byId: string;
  kind: NoteKind;
  body: string;
  lang: Locale;
  anchor: NoteAnchor | null;
  version: number;
  createdAt: At;
  thankedAt: At | null;
  replies: ReplyRow[];
}
type People = ReadonlyMap<string, PersonView>;

const iso = (at: At): string => new Date(at).toISOString();
const isMine = (viewer: Viewer, membershipId: string): boolean =>
  viewer.memberships.some(({ id }) => id === membershipId);
const person = (people: People, membershipId: string): PersonView =>
  people.get(membershipId) ?? {
    membershipId,
    name: '',
    role: 'mentor',
    seat: null,
    municipality: '',
    occupation: '',
  };

/** Everybody the notes' views name. */
export const namedIn = (rows: readonly NoteRow[]): string[] =>
  rows.flatMap((row) => [row.byId, ...row.replies.map(({ byId }) => byId)]);

export const replyView = (row: ReplyRow, people: People, viewer: Viewer): ReplyView => ({
  id: row.id,
  by: person(people, row.byId),
  mine: isMine(viewer, row.byId),
  body: row.body,
  lang: row.lang,
  createdAt: iso(row.createdAt),
});

export const noteView = (row: NoteRow, people: People, viewer: Viewer): NoteView => ({
  id: row.id,
  kind: row.kind,
  body: row.body,
  lang: row.lang,
  anchor: row.anchor,
  version: row.version,
  by: person(people, row.byId),
  mine: isMine(viewer, row.byId),
  createdAt: iso(row.createdAt),
  thankedAt: row.thankedAt === null ? null : iso(row.thankedAt),
  replies: row.replies.map((reply) => replyView(reply, people, viewer)),
  can: { reply: canReply(viewer, row), thank: canThank(viewer, row) },
});
