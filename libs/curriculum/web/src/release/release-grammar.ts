import type { ReleaseLeaf } from '@opiring/contract/release';
import type { Locale } from '@opiring/platform/web';

/** What a rule's sentence needs to know of the things it names; undefined where a thing is not there any more. */
export interface ReleaseNames {
  /** 14. detsember */
  day(day: string): string;
  /** 14. detsembril */
  onDay(day: string): string;
  /** Its place among the meetings, from 1. */
  meeting(id: string): number | undefined;
  activity(id: string): string | undefined;
  module(id: string): string | undefined;
}
/** How one language says when a thing opens. */
export interface ReleaseGrammar {
  opens: string;
  /** „Avaneb, kui“: what begins every sentence of clauses. */
  lead: string;
  when: string;
  and: string;
  or: string;
  /** Opens a group of alternatives within what must all be. */
  either: string;
  /** What follows „Avaneb“ where a condition stands alone and has a shorter way; else nothing. */
  alone(leaf: ReleaseLeaf, names: ReleaseNames): string | undefined;
  /** The condition as a clause after „kui“. */
  clause(leaf: ReleaseLeaf, names: ReleaseNames): string;
}

const ET = [
  ['esimene', 'esimesest', 'esimest'],
  ['teine', 'teisest', 'teist'],
  ['kolmas', 'kolmandast', 'kolmandat'],
  ['neljas', 'neljandast', 'neljandat'],
  ['viies', 'viiendast', 'viiendat'],
  ['kuues', 'kuuendast', 'kuuendat'],
  ['seitsmes', 'seitsmendast', 'seitsmendat'],
  ['kaheksas', 'kaheksandast', 'kaheksandat'],
  ['üheksas', 'üheksandast', 'üheksandat'],
  ['kümnes', 'kümnendast', 'kümnendat'],
];
const ET_MEETING = ['kohtumine', 'kohtumisest', 'kohtumist'];
type EtCase = 0 | 1 | 2;
function etMeeting(n: number | undefined, form: EtCase): string {
  const nth =
    n === undefined ? ['ärajäänud', 'ärajäänud', 'ärajäänud'][form] : (ET[n - 1]?.[form] ?? `${n}.`);
  return `${nth} ${ET_MEETING[form]}`;
}

const et: ReleaseGrammar = {
  opens: 'Avaneb',
  lead: 'Avaneb, kui',
  when: 'kui',
  and: 'ja',
  or: 'või',
  either: 'kas',
  alone(leaf, names) {
    if (leaf.when === 'date') return names.onDay(leaf.on);
    if (leaf.when !== 'meeting' || leaf.days === 0) return undefined;
    const meeting = etMeeting(names.meeting(leaf.meetingId), 2);
    return leaf.days === 1 ? `päev pärast ${meeting}` : `${leaf.days} päeva pärast ${meeting}`;
  },
  clause(leaf, names) {
    switch (leaf.when) {
      case 'date':
        return `${names.day(leaf.on)} on käes`;
      case 'meeting': {
        const n = names.meeting(leaf.meetingId);
        if (leaf.days === 0) return `${etMeeting(n, 0)} on läbi`;
        return `${etMeeting(n, 1)} on möödas ${leaf.days === 1 ? 'päev' : `${leaf.days} päeva`}`;
      }
      case 'activity': {
        const title = names.activity(leaf.activityId);
        return title === undefined ? 'kavast välja võetud tegevus on tehtud' : `„${title}“ on tehtud`;
      }
      case 'module': {
        const title = names.module(leaf.moduleId);
        return title === undefined ? 'kavast välja võetud moodul on läbitud' : `moodul „${title}“ on läbitud`;
      }
      case 'plan-read':
        return 'õpipartner on kava lugenud';
    }
  },
};

const EN = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
function enMeeting(n: number | undefined): string {
  if (n === undefined) return 'a meeting that is off';
  return EN[n - 1] ? `the ${EN[n - 1]} meeting` : `meeting ${n}`;
}
const en: ReleaseGrammar = {
  opens: 'Opens',
  lead: 'Opens when',
  when: 'when',
  and: 'and',
  or: 'or',
  either: 'either',
  alone(leaf, names) {
    if (leaf.when === 'date') return names.onDay(leaf.on);
    if (leaf.when !== 'meeting' || leaf.days === 0) return undefined;
    return `${leaf.days === 1 ? 'a day' : `${leaf.days} days`} after ${enMeeting(names.meeting(leaf.meetingId))}`;
  },
  clause(leaf, names) {
    switch (leaf.when) {
      case 'date':
        return `${names.day(leaf.on)} has come`;
      case 'meeting': {
        const meeting = enMeeting(names.meeting(leaf.meetingId));
        if (leaf.days === 0) return `${meeting} is over`;
        return `${leaf.days === 1 ? 'a day has' : `${leaf.days} days have`} passed since ${meeting}`;
      }
      case 'activity': {
        const title = names.activity(leaf.activityId);
        return title === undefined ? 'a removed activity is done' : `“${title}” is done`;
      }
      case 'module': {
        const title = names.module(leaf.moduleId);
        return title === undefined ? 'a removed module is complete' : `the module “${title}” is complete`;
      }
      case 'plan-read':
        return 'the learning partner has read the plan';
    }
  },
};

const RU = [
  ['первая', 'первой'],
  ['вторая', 'второй'],
  ['третья', 'третьей'],
  ['четвёртая', 'четвёртой'],
  ['пятая', 'пятой'],
  ['шестая', 'шестой'],
  ['седьмая', 'седьмой'],
  ['восьмая', 'восьмой'],
  ['девятая', 'девятой'],
  ['десятая', 'десятой'],
];
function ruMeeting(n: number | undefined, form: 0 | 1): string {
  const meeting = form === 0 ? 'встреча' : 'встречи';
  if (n === undefined) return `${form === 0 ? 'отменённая' : 'отменённой'} ${meeting}`;
  return `${RU[n - 1]?.[form] ?? `${n}-${form === 0 ? 'я' : 'й'}`} ${meeting}`;
}
const ruPlural = new Intl.PluralRules('ru');
const RU_DAYS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'день', few: 'дня', many: 'дней' };
const ruDays = (n: number): string => `${n} ${RU_DAYS[ruPlural.select(n)] ?? 'дня'}`;
const ru: ReleaseGrammar = {
  opens: 'Откроется',
  lead: 'Откроется, когда',
  when: 'когда',
  and: 'и',
  or: 'или',
  either: 'либо',
  alone(leaf, names) {
    if (leaf.when === 'date') return names.onDay(leaf.on);
    if (leaf.when !== 'meeting' || leaf.days === 0) return undefined;
    const after = `после ${ruMeeting(names.meeting(leaf.meetingId), 1)}`;
    return leaf.days === 1 ? `через день ${after}` : `через ${ruDays(leaf.days)} ${after}`;
  },
  clause(leaf, names) {
    switch (leaf.when) {
      case 'date':
        return `наступило ${names.day(leaf.on)}`;
      case 'meeting': {
        const n = names.meeting(leaf.meetingId);
        if (leaf.days === 0) return `${ruMeeting(n, 0)} прошла`;
        const passed = ruPlural.select(leaf.days) === 'one' ? 'прошёл' : 'прошло';
        return `после ${ruMeeting(n, 1)} ${passed} ${ruDays(leaf.days)}`;
      }
      case 'activity': {
        const title = names.activity(leaf.activityId);
        return title === undefined ? 'исключённое дело сделано' : `дело «${title}» сделано`;
      }
      case 'module': {
        const title = names.module(leaf.moduleId);
        return title === undefined ? 'исключённый модуль пройден' : `модуль «${title}» пройден`;
      }
      case 'plan-read':
        return 'учебный партнёр прочитал план';
    }
  },
};

export const GRAMMARS: Readonly<Record<Locale, ReleaseGrammar>> = { et, en, ru };
