import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { piecesOf } from './marked';

type Words = { [key: string]: string | Words };

function say(locale: string, key: string, params: Record<string, number | string>): string {
  const file = join(process.cwd(), 'libs/progress/web/i18n', `${locale}.json`);
  const words = JSON.parse(readFileSync(file, 'utf8')) as Words;
  const text = key.split('.').reduce<string | Words>((at, part) => (at as Words)[part] ?? '', words);
  const message = new IntlMessageFormat(String(text), locale, undefined, { ignoreTag: true });
  return String(message.format(params)).replace(/<\/?em>/g, '');
}

it.each([
  ['et', 0, 0, 'Kogukondades ei ole veel ringe peetud.'],
  ['et', 1, 9, 'Kogukondades on peetud 1 ring, kokku 9 inimesega.'],
  ['et', 14, 163, 'Kogukondades on peetud 14 ringi, kokku 163 inimesega.'],
  ['en', 1, 1, '1 circle has been held in the communities, with 1 person.'],
  ['en', 14, 163, '14 circles have been held in the communities, with 163 people in all.'],
  ['ru', 1, 21, 'В местных сообществах прошёл 1 круг, в нём участвовал 21 человек.'],
  ['ru', 3, 34, 'В местных сообществах прошли 3 круга, в них участвовали 34 человека.'],
  ['ru', 14, 163, 'В местных сообществах прошло 14 кругов, в них участвовали 163 человека.'],
  ['ru', 25, 311, 'В местных сообществах прошло 25 кругов, в них участвовали 311 человек.'],
])('counts circles and people in %s: %d and %d', (locale, circles, people, sentence) => {
  expect(say(locale, 'steering.circles', { circles, people })).toBe(sentence);
});

it.each([
  ['et', 10, 9, 'Kümnest juhist üheksa jõudis viimasele kohtumisele.'],
  ['et', 60, 41, '60 juhist 41 jõudis viimasele kohtumisele.'],
  ['en', 10, 9, 'Nine of ten leaders came to the last meeting.'],
  ['ru', 10, 9, 'Из 10 руководителей на последней встрече было 9.'],
  ['ru', 21, 1, 'Из 21 руководителя на последней встрече был 1.'],
])('says in %s who came: %d, %d', (locale, members, came, sentence) => {
  expect(say(locale, 'steering.meeting.some', { members, came })).toBe(sentence);
});

it.each([
  ['et', 4, 5, '4 kohtumist viiest'],
  ['et', 1, 5, '1 kohtumine viiest'],
  ['et', 8, 10, '8 kohtumist kümnest'],
  ['en', 4, 5, '4 of 5 meetings'],
  ['ru', 1, 5, '1 встреча из 5'],
  ['ru', 4, 5, '4 встречи из 5'],
  ['ru', 5, 5, '5 встреч из 5'],
])('says attendance in %s: %d of %d', (locale, attended, total, sentence) => {
  expect(say(locale, 'certificate.attendance', { attended, total, needed: 4 })).toBe(sentence);
});

it('marks only what stands between its signs, and reads nothing as HTML', () => {
  expect(piecesOf('Kümnest <em>üheksa</em> & <b>x</b>')).toEqual([
    { text: 'Kümnest ', marked: false },
    { text: 'üheksa', marked: true },
    { text: ' & <b>x</b>', marked: false },
  ]);
});
