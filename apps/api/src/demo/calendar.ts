/** The first intake's first day; the current intake has the same shape, moved by whole weeks. */
const FIRST_DAY = Date.UTC(2023, 9, 4);
const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** Weeks between the first intake and the current one: today lies in its tenth week. */
export function weeksSince(now: Date): number {
  return Math.floor((Math.floor(now.getTime() / DAY) * DAY - 63 * DAY - FIRST_DAY) / WEEK);
}

const offset = (instant: number): number => {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Tallinn',
    timeZoneName: 'longOffset',
  }).formatToParts(instant);
  const zone = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT+02:00';
  return Number(zone.slice(3, 6) || '0') * 3_600_000;
};

/** The days and hours of an intake, told in those of the first one. */
export class Calendar {
  constructor(
    private readonly weeks: number,
    private readonly now: Date,
  ) {}

  /** `2023-10-04` of the first intake as a day of this one. */
  day(first: string): string {
    return new Date(Date.parse(`${first}T00:00:00Z`) + this.weeks * WEEK).toISOString().slice(0, 10);
  }

  /** A clock's time in Tallinn on such a day, as an instant. */
  at(first: string, clock: string): string {
    const local = Date.parse(`${this.day(first)}T${clock}:00Z`);
    return new Date(local - offset(local)).toISOString();
  }

  /** The same for what people did: never later than now. */
  past(first: string, clock: string): string {
    const at = Date.parse(this.at(first, clock));
    return new Date(Math.min(at, this.now.getTime() - 60_000)).toISOString();
  }
}
