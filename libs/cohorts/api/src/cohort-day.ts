import type { Day } from '@opiring/contract/text';

const calendars = new Map<string, Intl.DateTimeFormat>();

function calendarOf(timeZone: string): Intl.DateTimeFormat {
  let calendar = calendars.get(timeZone);
  if (!calendar) {
    // Swedish writes a day as the wire does: year, month, day.
    calendar = new Intl.DateTimeFormat('sv-SE', { timeZone });
    calendars.set(timeZone, calendar);
  }
  return calendar;
}

/** The cohort's day at an instant, whatever the server's clock is set to (rule 14). */
export function dayIn(timeZone: string, now: Date): Day {
  return calendarOf(timeZone).format(now).padStart(10, '0');
}
