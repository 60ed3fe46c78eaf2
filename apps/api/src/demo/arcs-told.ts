import type { Locale } from '@opiring/contract/values';

/** The first intake's third question, which they read together at the last meeting: start and end. The people are invented. */
export const RING_ANSWERS: Record<string, { start: string; end: string; lang?: Locale }> = {
  e1: {
    start: 'Olen harjunud koosolekut juhatama. Kui keegi vaidleb, annan talle kolm minutit ja vaatan kella.',
    end: 'Raamatukogus panin kella kotti. Kõige pikem jutt kestis üheksa minutit ja see oli ainus, mida ma kuulma pidin.',
  },
  e2: {
    start: 'Käivitan projekte, mitte vestlusi. Eriarvamuse kirjutan riskide tabelisse.',
    end: 'Riskide tabelis on nüüd üks rida vähem. See inimene istub mu kõrval ja me hoiame ringi koos.',
  },
  e3: {
    start: 'Kuulan nagu õpetaja: ootan õiget vastust ja olen kannatlik, kuni see tuleb.',
    end: 'Soontaga koolis ei tulnud ühtegi õiget vastust. Tuli seitseteist lugu. Ma ei hinnanud neist ühtegi.',
  },
  e4: {
    start: 'Räägin soravalt ja see teeb teised vaikseks. Seda ütles mulle abikaasa, mitte volikogu.',
    end: 'Turuhoones andsin eseme kohe edasi. Oma korral ütlesin kaks lauset. Abikaasa küsis, kas olen haige.',
  },
  e5: {
    lang: 'ru',
    start: 'Я хорошо начинаю праздники. Разговор, в котором не соглашаются, мне хочется закончить песней.',
    end: 'Мы говорили на двух языках, и никто не запел. Я выдержала. Потом женщина с нашей улицы сказала, что её впервые дослушали.',
  },
  e7: {
    start:
      'Kirjutan nii, et kõigil oleks selge. Küsimusi siis tavaliselt ei tule ja pidasin seda heaks märgiks.',
    end: 'Rahvamajas selgus, et küsimusi ei tule, sest lehte ei loeta. Nüüd lõpetan iga loo küsimusega ja jätan oma telefoninumbri.',
  },
  e9: {
    start: 'Kuulan tööl terve päeva. Koju jõudes ei kuula enam kedagi, ja vahel ei kuula juba pärast lõunat.',
    end: 'Sain aru, et olin kuulanud muresid, mitte inimesi. Päevakeskuses rääkis üks vanaema tantsimisest. Selle kohta ei ole meil vormi.',
  },
  e10: {
    start: 'Volikogus olen opositsioonis, seal kuulatakse selleks, et vastata. Olen selles hea.',
    end: 'Metsa ringis istus mu kõrval mees, kellega oleme kolm aastat kirjavahetuses. Kuulsin esimest korda tema häält.',
  },
};

/** What moved, in the leader's own words: by whom, in which question. */
export interface MovedTold {
  by: string;
  question: number;
  text: string;
  lang?: Locale;
  at: [string, string];
}
export const EARLIER_MOVED: MovedTold[] = [
  { by: 'e1', question: 3, text: 'Ma ei juhata enam vestlust. Ma olen selles.', at: ['2024-01-27', '20:10'] },
  {
    by: 'e3',
    question: 3,
    text: 'Õiged vastused jätsin kooli. Ringi võtan kaasa ainult küsimuse.',
    at: ['2024-01-28', '18:40'],
  },
  {
    by: 'e5',
    question: 3,
    lang: 'ru',
    text: 'Раньше тишина меня пугала. Теперь я жду, что в ней скажут.',
    at: ['2024-01-28', '21:05'],
  },
  { by: 'e9', question: 3, text: 'Mure ja inimene ei ole sama asi.', at: ['2024-01-29', '19:30'] },
];
export const MOVED: MovedTold[] = [
  {
    by: 'marika',
    question: 3,
    text: 'Ma ei tule enam tuppa vastusega. Tulen küsimusega, mille vastust ma päriselt ei tea.',
    at: ['2023-12-04', '21:55'],
  },
  { by: 'liis', question: 1, text: 'Enne lugesin lisasid. Nüüd istun pingil.', at: ['2023-12-05', '20:50'] },
  { by: 'kersti', question: 2, text: 'Kahehäälne ei tähenda valesti.', at: ['2023-12-05', '21:20'] },
  {
    by: 'jelena',
    question: 3,
    lang: 'ru',
    text: 'Я перестала переводить себя в последнюю очередь.',
    at: ['2023-12-06', '22:40'],
  },
];

/** A moment in between: what came to mind on a question after a circle of one's own, or after a meeting. */
export interface BetweenTold {
  by: string;
  question: number;
  after: { circle: string } | { meeting: number };
  title: string;
  body: string;
  at: [string, string];
}
export const EARLIER_BETWEEN: BetweenTold[] = [
  {
    by: 'e1',
    question: 3,
    after: { circle: '2024-01-11' },
    title: 'Lasteaiakoht',
    body: 'Üks isa ei öelnud kogu õhtu sõnagi. Ukse peal ütles, et tuli kuulama, kas keegi teine ka kardab. Ma oleksin ta peaaegu kõnelema kutsunud.',
    at: ['2024-01-11', '22:15'],
  },
];
export const BETWEEN: BetweenTold[] = [
  {
    by: 'marika',
    question: 3,
    after: { circle: '2023-12-02' },
    title: 'Külmkapp',
    body: 'Vaikuse ajal kuulasin külmkappi. Varem oleksin sel ajal juba vastanud küsimusele, mida keegi ei esitanud.',
    at: ['2023-12-02', '22:40'],
  },
  {
    by: 'marika',
    question: 3,
    after: { meeting: 2 },
    title: 'Neli minutit vastamisi',
    body: 'Istusime Antsuga neli minutit vastamisi ja ei rääkinud. Märkasin, et kuulamine algab õlgadest, mitte kõrvadest.',
    at: ['2023-11-29', '19:25'],
  },
  {
    by: 'liis',
    question: 1,
    after: { circle: '2023-11-11' },
    title: 'Kus trepp on',
    body: 'Raamatukogu ringi ei tulnud see, kellest ma kõige rohkem kirjutan. Trepp oli ees. Järgmine ring on all.',
    at: ['2023-11-11', '21:00'],
  },
];
/** Who of the present intake has already opened their first answer to the third question to the cohort. */
export const OPENED = ['liis', 'kersti', 'rein', 'jelena'];
