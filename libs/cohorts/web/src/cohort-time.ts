/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  const said = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(
    instant,
  );
  return Date.parse(`${said.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}

/** The instant a cohort's wall clock shows this day and time; asked twice, because the first guess may lie across a change of clocks. */
export function instantOf(day: string, time: string, timeZone: string): string {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const guess = wall - offsetAt(wall, timeZone);
  return new Date(wall - offsetAt(guess, timeZone)).toISOString();
}

/** What the cohort's wall clock shows at an instant, as the fields of a form have it. */
export function wallClockOf(instant: string, timeZone: string): { day: string; time: string } {
  const at = Date.parse(instant);
  const wall = new Date(at + offsetAt(at, timeZone)).toISOString();
  return { day: wall.slice(0, 10), time: wall.slice(11, 16) };
}
