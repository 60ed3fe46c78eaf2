import type { ActivityKind } from '@opiring/contract/curriculum';
import type { LocalText } from '@opiring/contract/text';
import type { Frame, Moment } from '@opiring/contract/values';

export interface ActivityFacts {
  kind: ActivityKind;
  title: LocalText;
  instructions?: LocalText;
  minutes?: number;
  required?: boolean;
  opensOn?: string;
  link?: string;
  /** Place among the four questions, with its moment. */
  question?: [number, Moment];
  /** Place among the meetings. */
  meeting?: number;
  /** The headings its texts begin with. */
  frame?: Frame;
  /** How the demo's people refer to it. */
  key: string;
}
export interface ModuleFacts {
  title: LocalText;
  purpose: LocalText;
  startsOn?: string;
  endsOn?: string;
  alongside?: boolean;
  activities: ActivityFacts[];
}

const MOMENT_TITLES: Record<Moment, [string, string, string]> = {
  start: ['Algusvastus', 'Answer at the start', 'Ответ в начале'],
  middle: ['Vahevastus', 'Answer in the middle', 'Ответ в середине'],
  end: ['Lõpuvastus', 'Answer at the end', 'Ответ в конце'],
};
const ORDINALS: [string, string, string][] = [
  ['esimesele küsimusele', 'to the first question', 'на первый вопрос'],
  ['teisele küsimusele', 'to the second question', 'на второй вопрос'],
  ['kolmandale küsimusele', 'to the third question', 'на третий вопрос'],
  ['neljandale küsimusele', 'to the fourth question', 'на четвёртый вопрос'],
];

const answers = (moment: Moment): ActivityFacts[] =>
  ORDINALS.map(([et, en, ru], index) => ({
    kind: 'answer',
    key: `q${index + 1}-${moment}`,
    question: [index, moment],
    minutes: 10,
    title: {
      et: `${MOMENT_TITLES[moment][0]} ${et}`,
      en: `${MOMENT_TITLES[moment][1]} ${en}`,
      ru: `${MOMENT_TITLES[moment][2]} ${ru}`,
    },
  }));

const attend = (meeting: number, et: string, en: string, ru: string): ActivityFacts => ({
  kind: 'attend',
  key: `meeting-${meeting + 1}`,
  meeting,
  minutes: 390,
  title: { et, en, ru },
});

export const MODULES: ModuleFacts[] = [
  {
    title: { et: 'Kohalejõudmine', en: 'Arriving', ru: 'Прибытие' },
    purpose: {
      et: 'Juht leiab ringis oma koha ja paneb kirja, mida ta oma kogukonnast praegu teab ja mida ei tea.',
      en: 'The leader finds their seat in the circle and writes down what they know of their community today, and what they do not.',
      ru: 'Руководитель находит своё место в кругу и записывает, что он сегодня знает о своём сообществе и чего не знает.',
    },
    startsOn: '2023-10-04',
    endsOn: '2023-10-17',
    activities: [
      attend(0, 'Esimene kohtumine', 'First meeting', 'Первая встреча'),
      ...answers('start'),
      {
        kind: 'read',
        key: 'principles',
        minutes: 15,
        title: {
          et: 'Loe läbi õppekorralduse põhimõtted',
          en: 'Read the principles of study',
          ru: 'Прочитай принципы учёбы',
        },
        instructions: {
          et: 'Põhimõtted leiad materjalide lehelt. Kui oled nõus, kinnita see seal.',
          en: 'You find the principles among the materials. If you agree, confirm it there.',
          ru: 'Принципы — на странице материалов. Если согласен, подтверди там же.',
        },
      },
      {
        kind: 'talk',
        key: 'meet-partner',
        minutes: 40,
        title: {
          et: 'Tutvu oma õpipartneriga',
          en: 'Get to know your learning partner',
          ru: 'Познакомься с партнёром по учёбе',
        },
        instructions: {
          et: 'Leppige kokku telefonikõne või jalutuskäik. Rääkige, mis teid siia tõi.',
          en: 'Agree on a call or a walk. Tell each other what brought you here.',
          ru: 'Договоритесь о звонке или прогулке. Расскажите, что вас сюда привело.',
        },
      },
    ],
  },
  {
    title: { et: 'Ringi hoidmine', en: 'Holding the circle', ru: 'Ведение круга' },
    purpose: {
      et: 'Juht proovib ringi hoida nii, et ta ise ei ole keskpunkt. Ta teab, mida teha vaikuse, viha ja pika jutuga.',
      en: 'The leader tries to hold a circle without being its centre, and knows what to do with silence, anger and long speech.',
      ru: 'Руководитель пробует вести круг, не становясь его центром, и знает, что делать с тишиной, гневом и долгой речью.',
    },
    startsOn: '2023-10-18',
    endsOn: '2023-11-28',
    activities: [
      attend(1, 'Teine kohtumine', 'Second meeting', 'Вторая встреча'),
      {
        kind: 'talk',
        key: 'plan-practicum',
        minutes: 60,
        title: {
          et: 'Kavandage koos praktikum',
          en: 'Plan the practicum together',
          ru: 'Спланируйте вместе практикум',
        },
        instructions: {
          et: 'Leidke teema, sõnastage üks küsimus ja jagage rollid.',
          en: 'Find a topic, word one question and share out the roles.',
          ru: 'Найдите тему, сформулируйте один вопрос и распределите роли.',
        },
      },
      {
        kind: 'practicum',
        key: 'practicum',
        minutes: 120,
        title: {
          et: 'Praktikum õpipartneriga',
          en: 'Practicum with your learning partner',
          ru: 'Практикум с партнёром',
        },
        instructions: {
          et: 'Hoidke koos üks dialoogiring. Pärast kinnitavad mõlemad, et see toimus.',
          en: 'Hold one dialogue circle together. Afterwards both confirm that it took place.',
          ru: 'Проведите вместе один круг диалога. Потом оба подтвердите, что он состоялся.',
        },
      },
      {
        kind: 'reflect',
        key: 'after-practicum',
        frame: 'circle',
        minutes: 20,
        title: {
          et: 'Mõtiskle: ring, mida hoidsin',
          en: 'Reflect: the circle I held',
          ru: 'Размышление: круг, который я вёл',
        },
        instructions: {
          et: 'Mis juhtus? Mida tundsid? Mida teeksid järgmisel korral teisiti?',
          en: 'What happened? What did you feel? What would you do differently next time?',
          ru: 'Что произошло? Что ты чувствовал? Что сделал бы в следующий раз иначе?',
        },
      },
    ],
  },
  {
    title: { et: 'Kuulamine', en: 'Listening', ru: 'Слушание' },
    purpose: {
      et: 'Juht märkab, kuidas ta kuulab, ja proovib kuulata seda, kellega ta ei ole nõus.',
      en: 'The leader notices how they listen, and tries to listen to somebody they disagree with.',
      ru: 'Руководитель замечает, как он слушает, и пробует слушать того, с кем не согласен.',
    },
    startsOn: '2023-11-29',
    endsOn: '2023-12-12',
    activities: [
      attend(2, 'Kolmas kohtumine', 'Third meeting', 'Третья встреча'),
      ...answers('middle'),
      {
        kind: 'reflect',
        key: 'listening',
        frame: 'what',
        minutes: 15,
        title: {
          et: 'Mõtiskle: kelle juttu ma ei kuulnud',
          en: 'Reflect: whom I did not hear',
          ru: 'Размышление: кого я не услышал',
        },
        instructions: {
          et: 'Meenuta üht vestlust, kus sa valmistasid vastust ette, selle asemel et kuulata.',
          en: 'Recall a conversation in which you were preparing an answer instead of listening.',
          ru: 'Вспомни разговор, в котором ты готовил ответ, вместо того чтобы слушать.',
        },
      },
    ],
  },
  {
    title: { et: 'Ring kodukohas', en: 'A circle at home', ru: 'Круг дома' },
    purpose: {
      et: 'Juht kutsub kokku ringi oma kodukohas ja kutsub ka need, keda tavaliselt ei kuulda.',
      en: 'The leader calls a circle at home, and invites those who are usually not heard.',
      ru: 'Руководитель собирает круг у себя дома и зовёт тех, кого обычно не слышно.',
    },
    startsOn: '2023-12-13',
    endsOn: '2024-01-30',
    activities: [
      attend(3, 'Neljas kohtumine', 'Fourth meeting', 'Четвёртая встреча'),
      {
        kind: 'circle',
        key: 'circle',
        minutes: 180,
        title: { et: 'Hoia oma ring', en: 'Hold your circle', ru: 'Проведи свой круг' },
        instructions: {
          et: 'Kutsu ringi vähemalt üks inimene, keda tavaliselt ei kuulda. Sina hoiad aega ja eset, mitte vastust.',
          en: 'Invite at least one person who is usually not heard. You keep the time and the piece, not the answer.',
          ru: 'Позови хотя бы одного человека, которого обычно не слышно. Ты хранишь время и предмет, а не ответ.',
        },
      },
      {
        kind: 'reflect',
        key: 'after-circle',
        frame: 'circle',
        minutes: 20,
        title: {
          et: 'Mõtiskle: mida ma pärast ringi autos mõtlesin',
          en: 'Reflect: what I thought in the car after the circle',
          ru: 'Размышление: о чём я думал в машине после круга',
        },
      },
    ],
  },
  {
    title: { et: 'Ühine tarkus', en: 'Shared wisdom', ru: 'Общая мудрость' },
    purpose: {
      et: 'Ring vaatab koos, mis on vastustes algusest saadik liikunud.',
      en: 'The circle looks together at what has moved in the answers since the start.',
      ru: 'Круг вместе смотрит, что изменилось в ответах с начала пути.',
    },
    startsOn: '2024-01-31',
    endsOn: '2024-01-31',
    activities: [attend(4, 'Viies kohtumine', 'Fifth meeting', 'Пятая встреча'), ...answers('end')],
  },
  {
    title: { et: 'Kaasav juhtimine', en: 'Inclusive leadership', ru: 'Вовлекающее руководство' },
    purpose: {
      et: 'Kolm küsimust ja üks raamat, mis käivad kõigi moodulitega kaasas.',
      en: 'Three questions and a book that go along with all the modules.',
      ru: 'Три вопроса и одна книга, которые сопровождают все модули.',
    },
    alongside: true,
    activities: [
      {
        kind: 'read',
        key: 'ruumiloojad',
        minutes: 120,
        required: false,
        title: {
          et: 'Loe raamatut „Ruumiloojad“',
          en: 'Read the book “Ruumiloojad”',
          ru: 'Прочитай книгу „Ruumiloojad“',
        },
        instructions: {
          et: 'Vali peatükk, mis sind praegu kõnetab. Tervikuna ei pea lugema.',
          en: 'Choose the chapter that speaks to you now. You need not read it all.',
          ru: 'Выбери главу, которая тебе сейчас близка. Читать всё не обязательно.',
        },
      },
      {
        kind: 'reflect',
        key: 'inclusive',
        frame: 'empty',
        minutes: 20,
        required: false,
        title: {
          et: 'Mõtiskle: kes on minu ringist puudu',
          en: 'Reflect: who is missing from my circle',
          ru: 'Размышление: кого нет в моём кругу',
        },
      },
    ],
  },
];
