import type { Falls, DateProposal } from '@opiring/contract/reuse';
import type { Day, LocalText } from '@opiring/contract/text';
import type Holidays from 'date-holidays';
import { isWeekend, plusDays } from './days';

/** Programmes are held in Estonia unless their cohort lives by a neighbour's clock. */
const COUNTRIES: Record<string, string> = {
  'Europe/Helsinki': 'FI',
  'Europe/Riga': 'LV',
  'Europe/Vilnius': 'LT',
  'Europe/Stockholm': 'SE',
};
/** The library knows most of Estonia's days only in Estonian and English. */
const IN_RUSSIAN: Record<string, string> = {
  uusaasta: 'Новый год',
  iseseisvuspäev: 'День независимости',
  'suur reede': 'Страстная пятница',
  lihavõtted: 'Пасха',
  kevadpüha: 'Праздник весны',
  'nelipühade 1. püha': 'Троица',
  võidupüha: 'День победы',
  jaanipäev: 'Иванов день',
  taasiseseisvumispäev: 'День восстановления независимости',
  jõululaupäev: 'Сочельник',
  'esimene jõulupüha': 'Рождество',
  'teine jõulupüha': 'Второй день Рождества',
};
const known = new Map<string, Map<Day, LocalText>>();
/** Kept out of the start of the server: few ever ask, and it knows every country of the world. */
const calendars = async (): Promise<typeof Holidays> => (await import('date-holidays')).default;

/** Which days of a country are free, for the years that matter. */
export class WorkingDays {
  private constructor(private readonly holidays: ReadonlyMap<Day, LocalText>) {}

  static async of(timeZone: string, years: readonly number[]): Promise<WorkingDays> {
    const country = COUNTRIES[timeZone] ?? 'EE';
    const all = new Map<Day, LocalText>();
    for (const year of new Set(years))
      for (const [day, name] of await publicHolidays(country, year)) all.set(day, name);
    return new WorkingDays(all);
  }

  /** What is in the way of a day, if something is. */
  falls(day: Day): Falls | undefined {
    const name = this.holidays.get(day);
    if (name) return { on: 'holiday', name };
    return isWeekend(day) ? { on: 'weekend' } : undefined;
  }

  /** Other days, where this one is not a working day. */
  proposals(day: Day): DateProposal[] {
    if (!this.falls(day)) return [];
    const next = this.first(day, 1);
    const week = isWeekend(day) ? undefined : this.first(day, 7);
    return [
      ...(next ? [{ to: next, why: 'next-working-day' as const }] : []),
      ...(week ? [{ to: week, why: 'week-later' as const }] : []),
    ];
  }

  private first(day: Day, step: number): Day | undefined {
    for (let n = 1; n <= 20; n++) if (!this.falls(plusDays(day, n * step))) return plusDays(day, n * step);
    return undefined;
  }
}

async function publicHolidays(country: string, year: number): Promise<Map<Day, LocalText>> {
  const key = `${country} ${year}`;
  const before = known.get(key);
  if (before) return before;
  const Calendar = await calendars();
  const calendar = new Calendar(country);
  const found = new Map<Day, LocalText>();
  for (const language of ['et', 'en', 'ru'] as const)
    for (const { date, name, type } of calendar.getHolidays(year, language)) {
      if (type !== 'public') continue;
      const day = date.slice(0, 10);
      found.set(day, { ...found.get(day), [language]: name });
    }
  for (const name of found.values()) name.ru = IN_RUSSIAN[name.et ?? ''] ?? name.ru ?? name.en ?? '';
  known.set(key, found);
  return found;
}
