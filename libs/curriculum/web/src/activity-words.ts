import type { ActivityView } from '@opiring/contract/curriculum';

/** Minutes of many activities, split into what a sentence about them needs. */
export function totalMinutes(activities: readonly ActivityView[]): { all: number; required: number } {
  const sum = (some: readonly ActivityView[]): number =>
    some.reduce((total, a) => total + (a.minutes ?? 0), 0);
  return { all: sum(activities), required: sum(activities.filter((a) => a.required)) };
}

/** Which of our words says a length of time, and with what: under an hour in minutes, then in hours. */
export function timeWords(minutes: number): { key: string; params: Record<string, number> } {
  if (minutes < 60) return { key: 'curriculum.time.minutes', params: { n: minutes } };
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest === 0
    ? { key: 'curriculum.time.hours', params: { h: hours } }
    : { key: 'curriculum.time.both', params: { h: hours, m: rest } };
}
