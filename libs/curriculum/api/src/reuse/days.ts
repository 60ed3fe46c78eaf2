import type { Day } from '@opiring/contract/text';

const LENGTH = 86_400_000;
const at = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** The day so many days later, on any calendar: days have no hours, so no clock changes in between. */
export const plusDays = (day: Day, days: number): Day =>
  new Date(at(day) + days * LENGTH).toISOString().slice(0, 10);
export const daysBetween = (from: Day, to: Day): number => Math.round((at(to) - at(from)) / LENGTH);
/** 0 is Sunday. */
export const weekdayOf = (day: Day): number => new Date(at(day)).getUTCDay();
export const isWeekend = (day: Day): boolean => [0, 6].includes(weekdayOf(day));
export const laterOf = (one: Day, other: Day): Day => (one > other ? one : other);
