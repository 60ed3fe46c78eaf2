import type {
  AgendaStep,
  AgendaStepView,
  MeetingChangeKind,
  MeetingGuest,
  MeetingGuestView,
} from '@opiring/contract/meetings';
import { inLanguage, type LocalText } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';
import type { Meeting } from './meeting.entity';

/** What a change keeps of a meeting, before and after. What came later to meetings is absent in older changes. */
export interface MeetingSnapshot {
  title: LocalText;
  about: LocalText;
  place: LocalText;
  startsAt: string;
  endsAt: string;
  cancelled: boolean;
  link?: string | null;
  guest?: MeetingGuestView | null;
  agenda?: AgendaStepView[];
  agendaPublished?: boolean;
}

export const agendaIn = (sent: AgendaStep[], language: Locale): AgendaStepView[] =>
  sent.map(({ kind, minutes, title }) => ({ kind, minutes, title: inLanguage(title, language) }));

export const guestIn = (sent: MeetingGuest | null, language: Locale): MeetingGuestView | null =>
  sent && {
    name: sent.name.trim(),
    about: inLanguage(sent.about ?? {}, language),
    link: sent.link ?? null,
  };

export const snapshotOf = (meeting: Meeting): MeetingSnapshot => ({
  title: sorted(meeting.title),
  about: sorted(meeting.about),
  place: sorted(meeting.place),
  startsAt: meeting.startsAt.toISOString(),
  endsAt: meeting.endsAt.toISOString(),
  cancelled: meeting.cancelledAt !== null,
  link: meeting.link ?? null,
  guest: meeting.guest
    ? { name: meeting.guest.name, about: sorted(meeting.guest.about), link: meeting.guest.link }
    : null,
  agenda: (meeting.agenda ?? []).map(({ kind, minutes, title }) => ({ kind, minutes, title: sorted(title) })),
  agendaPublished: Boolean(meeting.agendaPublishedAt),
});

/** Languages in one order, so that equal texts look equal. */
const sorted = ({ et, en, ru }: LocalText): LocalText => ({
  ...(et !== undefined && { et }),
  ...(en !== undefined && { en }),
  ...(ru !== undefined && { ru }),
});

const PARTS = ['title', 'about', 'place', 'link', 'guest', 'agenda'] as const;
const missing: Partial<MeetingSnapshot> = { link: null, guest: null, agenda: [], agendaPublished: false };

/** What is different, in the order people ask: when, whether at all, and then the rest. */
export function differences(was: MeetingSnapshot, is: MeetingSnapshot): MeetingChangeKind[] {
  const [before, after] = [
    { ...missing, ...was },
    { ...missing, ...is },
  ];
  // JSONB keeps keys in an order of its own.
  const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);
  const told: MeetingChangeKind[] = [];
  if (before.startsAt !== after.startsAt || before.endsAt !== after.endsAt) told.push('moved');
  if (before.cancelled !== after.cancelled) told.push(after.cancelled ? 'cancelled' : 'restored');
  told.push(...PARTS.filter((part) => !same(before[part], after[part])));
  if (before.agendaPublished === after.agendaPublished) return told;
  // Published anew it is read anew: that it was also rewritten says nothing more.
  const rest = told.filter((kind) => kind !== 'agenda' || !after.agendaPublished);
  return [...rest, after.agendaPublished ? 'agendaPublished' : 'agendaHidden'];
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  ) ?? '';
