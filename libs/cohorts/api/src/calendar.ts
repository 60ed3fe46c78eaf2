import type { LocalText } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Meeting } from './meeting.entity';

/** Line breaks stay escapes inside a value, and nothing else that steers may stand in a calendar's line. */
const inert = (text: string): string =>
  text.replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n').replace(/[\x00-\x09\x0b-\x1f\x7f]/g, ' ');

const said = (text: LocalText, languages: Locale[]): string =>
  inert(languages.map((language) => text[language]).find(Boolean) ?? Object.values(text).find(Boolean) ?? '');

/** A meeting for one's own calendar. Its id and counting revision make calendars move it rather than add another. */
export function calendarOf(meeting: Meeting, languages: Locale[], now: Date): string {
  const method = meeting.cancelledAt !== null ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH;
  return fileOf([{ meeting, languages }], method, now);
}

/** Everything one is called to, for a calendar program that asks again and again. */
export function feedOf(meetings: { meeting: Meeting; languages: Locale[] }[], now: Date): string {
  return fileOf(meetings, ICalCalendarMethod.PUBLISH, now);
}

/** What it is about, where online, and the agenda once it is published. */
function descriptionOf(meeting: Meeting, languages: Locale[]): string {
  const agenda = meeting.agendaPublishedAt ? (meeting.agenda ?? []) : [];
  const steps = agenda.map(({ minutes, title }) => `${minutes}′ ${said(title, languages)}`);
  const guest = meeting.guest && inert(meeting.guest.name);
  return [said(meeting.about, languages), guest, meeting.link, steps.join('\n')].filter(Boolean).join('\n\n');
}

function fileOf(
  meetings: { meeting: Meeting; languages: Locale[] }[],
  method: ICalCalendarMethod,
  now: Date,
): string {
  const calendar = ical({
    name: 'Õpiring',
    prodId: { company: 'Õpiring', product: 'Õpiring', language: 'ET' },
    method,
    ttl: 3600,
  });
  for (const { meeting, languages } of meetings)
    calendar.createEvent({
      id: `meeting-${meeting.id}@opiring`,
      sequence: meeting.revision,
      start: meeting.startsAt,
      end: meeting.endsAt,
      stamp: now,
      summary: said(meeting.title, languages),
      description: descriptionOf(meeting, languages) || null,
      location: said(meeting.place, languages) || meeting.link || null,
      url: meeting.link ?? null,
      status: meeting.cancelledAt !== null ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  return calendar.toString();
}
