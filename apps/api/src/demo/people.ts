// The people of the demo and their municipalities are invented.

/** A leader of an intake; the seat is their place in the list. */
export interface Leader {
  key: string;
  name: string;
  municipality: string;
  occupation: string;
}
export interface Guide {
  key: string;
  name: string;
  occupation: string;
  leaders: string[];
}

export const LEADERS: Leader[] = [
  { key: 'marika', name: 'Marika Tõnurist', municipality: 'Kadakmäe vald', occupation: 'abivallavanem' },
  { key: 'ants', name: 'Ants Kivirand', municipality: 'Rannasoo vald', occupation: 'vallavanem' },
  { key: 'liis', name: 'Liis Põldsaar', municipality: 'Ülejärve vald', occupation: 'arendusjuht' },
  { key: 'toivo', name: 'Toivo Urm', municipality: 'Tammiksaare vald', occupation: 'vallavolikogu liige' },
  { key: 'kersti', name: 'Kersti Õunapuu', municipality: 'Väikejõe linn', occupation: 'kultuuritöö juht' },
  { key: 'rein', name: 'Rein Sõstar', municipality: 'Hallikivi vald', occupation: 'vallavanem' },
  { key: 'jelena', name: 'Jelena Žukova', municipality: 'Sinisalu linn', occupation: 'haridusjuht' },
  { key: 'andres', name: 'Andres Lepmets', municipality: 'Mäeotsa vald', occupation: 'abivallavanem' },
  {
    key: 'triin',
    name: 'Triin Hõbesalu',
    municipality: 'Kuusnõmme vald',
    occupation: 'kommunikatsioonijuht',
  },
  { key: 'mihkel', name: 'Mihkel Paas', municipality: 'Sõrumaa vald', occupation: 'noorsootöö juht' },
];

export const MENTORS: Guide[] = [
  {
    key: 'helve',
    name: 'Helve Raudla',
    occupation: 'dialoogihoidja',
    leaders: ['marika', 'toivo', 'jelena', 'triin'],
  },
  { key: 'tiina', name: 'Tiina Kask', occupation: 'koolitaja', leaders: ['liis', 'rein', 'andres'] },
  {
    key: 'juri',
    name: 'Jüri Saarepuu',
    occupation: 'kogukonnatöötaja',
    leaders: ['ants', 'kersti', 'mihkel'],
  },
];

export const ORGANIZER = { key: 'kadri', name: 'Kadri Laanemets' };
export const PROGRAM_LEADER = { key: 'maarja', name: 'Maarja Soosaar' };
export const ADMIN = { key: 'haldur', name: 'Haldur Tamm' };

export const PAIRS: [string, string][] = [
  ['marika', 'ants'],
  ['liis', 'toivo'],
  ['kersti', 'rein'],
  ['jelena', 'andres'],
  ['triin', 'mihkel'],
];

export const EARLIER_LEADERS: Leader[] = [
  { key: 'e1', name: 'Hille Kuuskmaa', municipality: 'Raudoja vald', occupation: 'vallavanem' },
  { key: 'e2', name: 'Aivar Metsaots', municipality: 'Linnamäe vald', occupation: 'arendusjuht' },
  { key: 'e3', name: 'Pille Roosileht', municipality: 'Soontaga vald', occupation: 'haridusjuht' },
  { key: 'e4', name: 'Margus Veskioja', municipality: 'Veskioja linn', occupation: 'abilinnapea' },
  { key: 'e5', name: 'Natalja Belova', municipality: 'Kaldapealse linn', occupation: 'kultuurijuht' },
  { key: 'e6', name: 'Urmas Pihelgas', municipality: 'Pihlaka vald', occupation: 'vallavolikogu liige' },
  { key: 'e7', name: 'Sirje Allikas', municipality: 'Allikukivi vald', occupation: 'kommunikatsioonijuht' },
  { key: 'e8', name: 'Tarmo Niidumaa', municipality: 'Niidumaa vald', occupation: 'abivallavanem' },
  { key: 'e9', name: 'Eve Sarapik', municipality: 'Sarapiku vald', occupation: 'sotsiaaltöö juht' },
  { key: 'e10', name: 'Kalle Rannamets', municipality: 'Sarapiku vald', occupation: 'vallavolikogu liige' },
];

/** Which of the five meetings each of the first intake came to: `+` present, `~` online, `-` absent, `e` excused. */
export const EARLIER_ATTENDANCE = [
  '+++++',
  '+++++',
  '++~++',
  '+-+++',
  '+++++',
  '+-+-+',
  '+++++',
  '++++-',
  '+++~+',
  '+++++',
];
/** Pairs of the first intake, by place in the list, and whether both confirmed their practicum. */
export const EARLIER_PAIRS: [number, number][] = [
  [0, 1],
  [2, 3],
  [4, 5],
  [6, 7],
  [8, 9],
];

/** Circles each of the first intake held at home, in January: topic, place, people. */
export const EARLIER_CIRCLES: [number, string, string, string, number][] = [
  [0, '2024-01-11', 'Kuhu kaob lasteaiakoht', 'Raudoja raamatukogu', 14],
  [1, '2024-01-16', 'Küla, kust buss enam läbi ei sõida', 'Linnamäe seltsimaja', 9],
  [2, '2024-01-18', 'Mida kool saab koos külaga teha', 'Soontaga kool', 17],
  [3, '2024-01-20', 'Jõeäär, mis kuulub kõigile', 'Veskioja turuhoone', 12],
  [4, '2024-01-13', 'Kaks keelt ühel tänaval', 'Kaldapealse kultuurimaja', 16],
  [6, '2024-01-09', 'Kes loeb vallalehte ja kes mitte', 'Allikukivi rahvamaja', 8],
  [7, '2024-01-24', 'Noored, kes tulid tagasi', 'Niidumaa noortetuba', 11],
  [8, '2024-01-17', 'Vanaema, kes ei taha koormaks olla', 'Sarapiku päevakeskus', 13],
  [9, '2024-01-25', 'Mets koduõue taga', 'Sarapiku vana kool', 15],
];
