import type { MeetingFacts } from '@opiring/cohorts/api';
import type { LocalText } from '@opiring/contract/text';
import type { EditionModule } from '../edition-content';
import type { SourceMeeting } from './copy-plan';

/** What a zone's clock shows at an instant. */
export function wallClock(instant: string, timeZone: string): { day: string; time: string } {
  const said = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  );
  return { day: said.slice(0, 10), time: said.slice(11, 16) };
}

/** Meetings to plan again; what was called off comes along only where something in the curriculum asks for it. */
export function meetingsOf(
  facts: readonly MeetingFacts[],
  modules: readonly EditionModule[],
  timeZone: string,
): { meetings: SourceMeeting[]; leftOut: LocalText[] } {
  const asked = new Set(modules.flatMap(({ activities }) => activities.map(({ meetingId }) => meetingId)));
  const stays = ({ id, state }: MeetingFacts): boolean => state !== 'cancelled' || asked.has(id);
  const meetings = facts.filter(stays).map(({ id, title, startsAt, endsAt, state }): SourceMeeting => {
    const { day, time } = wallClock(startsAt, timeZone);
    const until = wallClock(endsAt, timeZone).time;
    return { id, title, day, from: time, until, cancelled: state === 'cancelled' };
  });
  return { meetings, leftOut: facts.filter((meeting) => !stays(meeting)).map(({ title }) => title) };
}
