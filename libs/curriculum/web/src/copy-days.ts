const DAY = 86_400_000;
const at = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Whole years of fifty-two weeks later, as often as it takes to lie ahead: the same weekday, about the same time of year. */
export function aYearOn(startsOn: string, today: string): string {
  let day = at(startsOn);
  do day += 364 * DAY;
  while (day <= at(today));
  return new Date(day).toISOString().slice(0, 10);
}

/** Within nine years: what is farther away was mistyped. */
export const isNear = (one: string, other: string): boolean => Math.abs(at(one) - at(other)) < 9 * 365 * DAY;
