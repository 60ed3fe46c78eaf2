import { ATTENDANCE_STATES } from '@opiring/contract/cohorts';
import { PULSE_ANSWERS } from '@opiring/contract/pulse.values';
import type { ReportView } from '@opiring/contract/report';
import { type PaperLanguage, said } from './certificate-words';

const ET = {
  title: 'Aruanne',
  asOf: (day: string) => `Seis ${day}`,
  participants: 'Osalejad',
  name: 'Nimi',
  municipality: 'Omavalitsus',
  municipalities: 'Omavalitsusi',
  meetings: 'Kohtumised ja osalemine',
  meeting: 'Kohtumine',
  day: 'Päev',
  state: 'Seis',
  planned: 'ees',
  held: 'toimunud',
  cancelled: 'ära jäänud',
  attended: 'Osales',
  of: 'Osalejaid kokku',
  present: 'kohal',
  online: 'veebis',
  part: 'osa ajast kohal',
  absent: 'eemal',
  excused: 'eemal, põhjus teada',
  unknown: 'märkimata',
  circles: 'Dialoogiringid kodukohas',
  circlesHeld: 'Ringe peetud',
  people: 'Inimesi ringides',
  pulse: 'Pulss: kui turvaline oli rääkida',
  fully: 'täiesti',
  mostly: 'enamasti',
  little: 'veidi',
  not: 'ei olnud',
  stories: 'Kogemuslood, mille avaldamisega on kõik neis olijad nõus',
  author: 'Kes jutustab',
  story: 'Lugu',
  gone: 'Arvudes on ka need, kes on vahepeal lennust lahkunud.',
  hidden: 'Alla viie inimese kohta koondarve ei näidata.',
  none: 'Neid veel ei ole.',
  item: 'Mis',
  value: 'Arv',
  section: 'Osa',
};
const EN: typeof ET = {
  title: 'Report',
  asOf: (day) => `As of ${day}`,
  participants: 'Participants',
  name: 'Name',
  municipality: 'Municipality',
  municipalities: 'Municipalities',
  meetings: 'Meetings and attendance',
  meeting: 'Meeting',
  day: 'Day',
  state: 'State',
  planned: 'ahead',
  held: 'held',
  cancelled: 'cancelled',
  attended: 'Took part',
  of: 'Participants in all',
  present: 'present',
  online: 'online',
  part: 'there for a part',
  absent: 'away',
  excused: 'away, reason known',
  unknown: 'not recorded',
  circles: 'Dialogue circles at home',
  circlesHeld: 'Circles held',
  people: 'People in circles',
  pulse: 'Pulse: how safe it was to speak',
  fully: 'fully',
  mostly: 'mostly',
  little: 'a little',
  not: 'it was not',
  stories: 'Experience stories everybody in them agrees to publish',
  author: 'Told by',
  story: 'Story',
  gone: 'The numbers include those who have left the cohort since.',
  hidden: 'Totals over fewer than five people are not shown.',
  none: 'There are none yet.',
  item: 'What',
  value: 'Number',
  section: 'Part',
};
export const reportWords = (lang: PaperLanguage): typeof ET => (lang === 'et' ? ET : EN);

/** One cell of a report: what is counted stays a number. */
export type ReportCell = string | number;
/** A part of the report as every kind of file tells it: a heading, column heads, rows; the note where totals are withheld. */
export interface ReportTable {
  heading: string;
  heads: string[];
  rows: ReportCell[][];
  note: string;
}

const dayIn = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    new Date(instant),
  );

/** The whole report as tables, in the order it is read. */
export function reportTables(report: ReportView, lang: PaperLanguage): ReportTable[] {
  const words = reportWords(lang);
  const local = (text: Parameters<typeof said>[0]): string => said(text, lang, 'et').text;
  const { meetings, participants, municipalities, circles, cohort } = report;
  const titled = meetings.map((meeting) => ({
    ...meeting,
    said: [`${meeting.position}. ${local(meeting.title)}`, dayIn(meeting.startsAt, cohort.timeZone)],
  }));
  const states = [...ATTENDANCE_STATES, 'unknown'] as const;
  const held = titled.filter(({ state }) => state === 'held');
  const tables: ReportTable[] = [
    {
      heading: `${words.participants}: ${participants.length}. ${words.municipalities}: ${municipalities.length}`,
      heads: [words.name, words.municipality],
      rows: participants.map(({ name, municipality }) => [name, municipality]),
      note: report.gone > 0 ? words.gone : '',
    },
    {
      heading: words.meetings,
      heads: [words.meeting, words.day, words.state, words.attended, ...states.map((state) => words[state])],
      rows: titled.map(({ said: head, state, attended, attendance }) => [
        ...head,
        words[state],
        attended ?? '–',
        ...states.map((each) => attendance?.[each] ?? '–'),
      ]),
      note: held.some(({ attended }) => attended === null) ? words.hidden : '',
    },
    {
      heading: words.circles,
      heads: [words.item, words.value],
      rows: circles
        ? [
            [words.circlesHeld, circles.held],
            [words.people, circles.people],
          ]
        : [],
      note: circles ? '' : words.hidden,
    },
    {
      heading: words.pulse,
      heads: [words.meeting, words.day, ...PULSE_ANSWERS.map((answer) => words[answer])],
      rows: held.flatMap(({ said: head, pulse }) =>
        pulse ? [[...head, ...PULSE_ANSWERS.map((answer) => pulse[answer])]] : [],
      ),
      note: held.some(({ pulse }) => !pulse) ? words.hidden : '',
    },
    {
      heading: words.stories,
      heads: [words.story, words.author],
      rows: report.stories.map(({ title, author }) => [local(title), author]),
      note: '',
    },
  ];
  // A heading alone would leave it open whether something is missing.
  return tables.map((table) => (table.rows.length || table.note ? table : { ...table, note: words.none }));
}
