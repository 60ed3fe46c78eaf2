import type { LocalText } from '@opiring/contract/text';

/** Facts of the real programme's page of 9 November 2023; the programme itself is in `programmes/`. */
export const SLUG = 'dialoogid-kogukonnas';
export const INCLUSIVE_QUESTIONS: LocalText[] = [
  {
    et: 'Kuidas luua tingimused, milles inimesed tahavad osaleda ja panustada?',
    en: 'How do you create the conditions in which people want to take part and contribute?',
    ru: 'Как создать условия, в которых люди хотят участвовать и вносить свой вклад?',
  },
  {
    et: 'Kust leida sisemist jõudu, et alustada midagi olulist?',
    en: 'Where do you find the inner strength to start something that matters?',
    ru: 'Где найти внутренние силы, чтобы начать что-то важное?',
  },
  {
    et: 'Kuidas kutsuda ringi need, kes seni on kõrvale jäänud?',
    en: 'How do you invite into the circle those who have so far been left out?',
    ru: 'Как пригласить в круг тех, кто до сих пор оставался в стороне?',
  },
];

export interface MeetingFacts {
  day: string;
  title: LocalText;
  about: LocalText;
  place: LocalText;
  /** The day it was first announced for, where it was moved. */
  announced?: string;
}

const TALLINN: LocalText = { et: 'Tallinn', en: 'Tallinn', ru: 'Таллинн' };

export const MEETINGS: MeetingFacts[] = [
  {
    day: '2023-10-04',
    place: TALLINN,
    title: {
      et: 'Kogukonnast lähtuv valitsemine',
      en: 'Community-led governance',
      ru: 'Управление, исходящее от сообщества',
    },
    about: {
      et: 'Saame tuttavaks, vaatame, mida tähendab valitsemine kogukonnast lähtudes ja mida kõike mõeldakse dialoogi all.',
      en: 'We get to know each other and look at governance that starts from the community, and at what people mean by dialogue.',
      ru: 'Знакомимся, смотрим, что значит управление, исходящее от сообщества, и что люди понимают под диалогом.',
    },
  },
  {
    day: '2023-10-18',
    place: TALLINN,
    title: { et: 'Dialoog kui meetod', en: 'Dialogue as a method', ru: 'Диалог как метод' },
    about: {
      et: 'Harjutame dialoogi hoidmist: leiame teema, sõnastame küsimuse, teeme kava. Külaline räägib, kuidas vajadusi varakult märgata.',
      en: 'We practise holding a dialogue: finding the topic, wording the question, making the plan. A guest tells how to notice needs early.',
      ru: 'Учимся вести диалог: находим тему, формулируем вопрос, составляем план. Гость рассказывает, как вовремя замечать потребности.',
    },
  },
  {
    day: '2023-11-29',
    announced: '2023-11-08',
    place: TALLINN,
    title: { et: 'Kuulamise tasandid', en: 'Levels of listening', ru: 'Уровни слушания' },
    about: {
      et: 'Kuidas me kuulame ja kuidas vestlus selle järgi muutub. Harjutused paarides ja ringis.',
      en: 'How we listen, and how a conversation changes with it. Exercises in pairs and in the circle.',
      ru: 'Как мы слушаем и как от этого меняется разговор. Упражнения в парах и в кругу.',
    },
  },
  {
    day: '2023-12-13',
    place: {
      et: 'Koht lepitakse kokku osalejatega',
      en: 'Place to be agreed with the participants',
      ru: 'Место согласуется с участниками',
    },
    title: {
      et: 'Kogukondade arendamine tänapäeval',
      en: 'Developing communities today',
      ru: 'Развитие сообществ сегодня',
    },
    about: {
      et: 'Tänapäevane vaade kogukondade arendamisele ja oma dialoogi ettevalmistamine.',
      en: 'A contemporary approach to developing communities, and preparing one’s own dialogue.',
      ru: 'Современный взгляд на развитие сообществ и подготовка собственного диалога.',
    },
  },
  {
    day: '2024-01-31',
    place: {
      et: 'Viskla külakeskus, Kose vald',
      en: 'Viskla village centre, Kose parish',
      ru: 'Деревенский центр Вискла, волость Козе',
    },
    title: { et: 'Mida praktika õpetas', en: 'What the practice taught', ru: 'Чему научила практика' },
    about: {
      et: 'Vaatame koos tagasi, sõnastame õppetunnid edaspidiseks ja tähistame.',
      en: 'We look back together, put the lessons for the future into words, and celebrate.',
      ru: 'Вместе оглядываемся назад, формулируем уроки на будущее и празднуем.',
    },
  },
];
