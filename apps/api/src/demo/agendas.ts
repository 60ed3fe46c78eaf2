import type { AgendaKind } from '@opiring/contract/meetings';
import type { LocalText } from '@opiring/contract/text';

type Step = [minutes: number, kind: AgendaKind, et: string, en: string, ru: string];

const opening: Step = [
  30,
  'circle',
  'Avaring: kuidas ma täna siin olen',
  'Opening circle: how I am here today',
  'Открывающий круг: с чем я сегодня здесь',
];
const lunch: Step = [60, 'break', 'Lõuna', 'Lunch', 'Обед'];
const coffee: Step = [15, 'break', 'Kohvipaus', 'Coffee break', 'Кофейная пауза'];
const closing: Step = [
  30,
  'circle',
  'Lõpuring: mille ma kaasa võtan',
  'Closing circle: what I take with me',
  'Завершающий круг: что я беру с собой',
];

/** Invented timings of the five days; each fills 10:00–16:30. */
const DAYS: Step[][] = [
  [
    [
      45,
      'circle',
      'Saabumine ja tutvumisring',
      'Arriving, and a circle to get to know each other',
      'Приезд и круг знакомства',
    ],
    [
      45,
      'talk',
      'Mida tähendab valitsemine kogukonnast lähtudes',
      'What governance that starts from the community means',
      'Что значит управление, исходящее от сообщества',
    ],
    coffee,
    [
      60,
      'pairs',
      'Paarides: millal mind viimati päriselt kuulati',
      'In pairs: when I was last really listened to',
      'В парах: когда меня в последний раз по-настоящему слушали',
    ],
    lunch,
    [60, 'talk', 'Dialoogi mitu tähendust', 'The several meanings of dialogue', 'Несколько значений диалога'],
    [
      60,
      'exercise',
      'Neli küsimust, mis meid kogu teekonnal saadavad',
      'Four questions that stay with us all the way',
      'Четыре вопроса, которые будут с нами весь путь',
    ],
    [
      15,
      'pairs',
      'Õpipartnerid lepivad kokku, millal nad räägivad',
      'Learning partners agree when they talk',
      'Партнёры по учёбе договариваются, когда поговорят',
    ],
    closing,
  ],
  [
    opening,
    [
      45,
      'talk',
      'Dialoog kui meetod: rollid, voorud, vaikus',
      'Dialogue as a method: roles, rounds, silence',
      'Диалог как метод: роли, раунды, тишина',
    ],
    [
      45,
      'guest',
      'Külalise lugu: kuidas märgata vajadust enne, kui sellest saab mure',
      'A guest’s story: noticing a need before it becomes a worry',
      'Рассказ гостя: как заметить потребность раньше, чем она станет бедой',
    ],
    coffee,
    [
      60,
      'exercise',
      'Teemast küsimuseks: igaüks sõnastab ühe',
      'From topic to question: everybody words one',
      'От темы к вопросу: каждый формулирует один',
    ],
    lunch,
    [
      75,
      'circle',
      'Prooviring ühe küsimusega, kaks dialoogihoidjat',
      'A trial circle on one question, with two keepers',
      'Пробный круг с одним вопросом и двумя ведущими',
    ],
    [
      30,
      'pairs',
      'Praktikumi kava õpipartneriga',
      'Planning the practicum with the learning partner',
      'План практикума с партнёром по учёбе',
    ],
    closing,
  ],
  [
    opening,
    [60, 'talk', 'Kuulamise tasandid', 'Levels of listening', 'Уровни слушания'],
    coffee,
    [
      75,
      'pairs',
      'Harjutus paarides: kuulan nii, et ei vasta',
      'An exercise in pairs: listening without answering',
      'Упражнение в парах: слушаю и не отвечаю',
    ],
    lunch,
    [
      75,
      'circle',
      'Ring: mida praktikum mulle näitas',
      'A circle: what the practicum showed me',
      'Круг: что показал мне практикум',
    ],
    coffee,
    [
      30,
      'exercise',
      'Vestluse neli tasandit oma kodukohas',
      'Four levels of conversation at home',
      'Четыре уровня разговора у себя дома',
    ],
    closing,
  ],
  [
    opening,
    [
      60,
      'talk',
      'Kuidas kogukonda täna arendada',
      'How to develop a community today',
      'Как развивать сообщество сегодня',
    ],
    coffee,
    [
      60,
      'exercise',
      'Keda minu ringis veel ei ole',
      'Who is not in my circle yet',
      'Кого ещё нет в моём круге',
    ],
    lunch,
    [
      90,
      'pairs',
      'Oma kogukonna dialoogi ettevalmistamine',
      'Preparing the dialogue in one’s own community',
      'Подготовка диалога в своём сообществе',
    ],
    [
      45,
      'circle',
      'Kavade lugemine: kolm küsimust igale kavale',
      'Reading the plans: three questions to each',
      'Читаем планы: три вопроса к каждому',
    ],
    closing,
  ],
  [
    [
      30,
      'circle',
      'Avaring: ring, mille ma kodus hoidsin',
      'Opening circle: the circle I held at home',
      'Открывающий круг: круг, который я провёл дома',
    ],
    [
      90,
      'exercise',
      'Praktika analüüs väikestes rühmades',
      'Looking at the practice in small groups',
      'Разбор практики в малых группах',
    ],
    coffee,
    [
      45,
      'pairs',
      'Õpipartnerid vaatavad teele tagasi',
      'Learning partners look back on the way',
      'Партнёры по учёбе оглядываются на путь',
    ],
    lunch,
    [60, 'circle', 'Õppetunnid edaspidiseks', 'Lessons for the future', 'Уроки на будущее'],
    [60, 'circle', 'Tunnistused ja tähistamine', 'Certificates and celebration', 'Свидетельства и праздник'],
    [
      30,
      'circle',
      'Lõpuring, mis jääb lahti',
      'A closing circle that stays open',
      'Завершающий круг, который остаётся открытым',
    ],
  ],
];

export const AGENDAS = DAYS.map((steps) =>
  steps.map(([minutes, kind, et, en, ru]) => ({ minutes, kind, title: { et, en, ru } })),
);

/** Who told the story of noticing needs early, at the second meeting; nobody real is given words. */
export const GUEST: { name: string; about: LocalText } = {
  name: 'külaline naabervallast',
  about: {
    et: 'Lugu sellest, kuidas üks vald hakkas perede vajadusi märkama enne, kui keegi abi küsis.',
    en: 'A story of how one parish began to notice what families need before anybody asked for help.',
    ru: 'История о том, как одна волость научилась замечать нужды семей раньше, чем кто-то попросил о помощи.',
  },
};
