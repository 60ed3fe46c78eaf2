import type { Writing } from './writing';

export const REFLECTIONS: Writing[] = [
  {
    by: 'marika',
    activity: 'q3-middle',
    title: 'Kolm minutit vaikust Rannaküla seltsimajas',
    at: ['2023-12-03', '21:10'],
    done: true,
    shared: ['mentor'],
    body: `Käivitaja olen ma siis, kui küsin ja jään ootama. See lause tuli mul koduteel. Rannakülas istusime üheksakesi seltsimaja köögis, mitte saalis, sest saal oli kütmata. Ma ei planeerinud seda. Aga köögis ei saa keegi istuda esireas.

Esitasin küsimuse ja siis ei juhtunud midagi. Kolm minutit vaikust. Vaatasin kella, sest muidu oleksin hakanud rääkima. Siis ütles üks vanem naine, kes pole kordagi volikogu ees sõna võtnud: „Ma olen seda kümme aastat mõelnud, aga keegi pole küsinud nii, et ootaks.“

Eriarvamust kuulates tunnen endiselt, kuidas õlad tõusevad. Kui Priit ütles, et vald on kooli kohta valetanud, oli mul vastus kohe olemas. Ma ei öelnud seda. Ütlesin, et kuulsin teda, ja andsin eseme edasi. See ei olnud alistumine, kuigi autos tundus küll nii.

Järgmisel korral tahan proovida, et ma ei hoia ringi ise.`,
    notes: [
      {
        kind: 'noticing',
        body: 'Köök tuleb sul juba kolmandat korda. Alguses kirjutasid, et „räägitakse palju, aga köögis“.',
        quote: 'Rannakülas istusime üheksakesi seltsimaja köögis, mitte saalis, sest saal oli kütmata.',
        at: ['2023-12-04', '18:40'],
        thanked: true,
      },
      {
        kind: 'asking',
        body: 'Mis juhtus sinus endas selle vaikuse ajal?',
        quote: 'Kolm minutit vaikust. Vaatasin kella, sest muidu oleksin hakanud rääkima.',
        at: ['2023-12-04', '18:46'],
        replies: [
          {
            by: 'author',
            body: 'Esimesel minutil häbi. Et kutsusin inimesed kokku ja ei oska neid rääkima panna. Siis jäi üle ainult kuulata külmkappi.',
            at: ['2023-12-04', '21:40'],
          },
          {
            by: 'mentor',
            body: 'Aitäh, et selle välja ütlesid. Külmkapp jääb mulle meelde.',
            at: ['2023-12-05', '07:55'],
          },
        ],
      },
      {
        kind: 'wondering',
        body: 'Mõtlen, kas „kuulsin sind“ oli Priidu jaoks vastus või alles algus.',
        quote: 'Kui Priit ütles, et vald on kooli kohta valetanud, oli mul vastus kohe olemas.',
        at: ['2023-12-04', '18:52'],
      },
    ],
  },
  {
    by: 'marika',
    activity: 'after-practicum',
    title: 'Ants vaikis ja mina rääkisin',
    at: ['2023-11-19', '20:30'],
    done: true,
    shared: ['mentor', 'partner'],
    purpose: 'Kuidas hoida nii, et mina ei hoiaks kõike?',
    fold: 'Ants on mulle ühe vabanduse võlgu ja mina talle kaks. Seda ma talle veel ei ütle.',
    body: `Pidime Antsuga hoidma ringi kahekesi. Leppisime kokku, et tema hoiab aega ja mina küsimust. Välja tuli nii, et mina hoidsin kõike ja tema vaatas mind nagu inimest, kes kannab korraga nelja kotti ja ütleb, et ei, ei ole raske.

Kõige parem hetk oli siis, kui unustasin, mis oli kavas järgmine. Ants ootas. Inimesed ootasid. Keegi naeris. Sealt edasi oli see nende ring.`,
    notes: [
      {
        kind: 'asking',
        body: 'Mida sa siis kartsid, kui sa kotte käest ei pannud?',
        quote: 'kannab korraga nelja kotti',
        at: ['2023-11-21', '19:05'],
        thanked: true,
      },
    ],
  },
  {
    by: 'marika',
    activity: 'q2-middle',
    title: 'Enne ja pärast koosolekut',
    at: ['2023-12-10', '20:48'],
    body: `Alguses arvasin, et vestluskultuur on see, kuidas me koosolekuid juhatame. Nüüd vaatan, mis toimub enne ja pärast: kes kellega tuleb, kes ukse juures seisab, kes juba poole pealt autosse läheb.

Seltsimaja õhtul istusime esimest korda ringis. Ei olnud esimest rida, mille taha peituda. Varem oleksin vaikuse ise ära täitnud.

Mis mind tegelikult häirib, on see, et noored pered`,
  },
  {
    by: 'marika',
    activity: 'q1-middle',
    title: 'Poe ees on parem kui vallamajas',
    at: ['2023-12-02', '09:20'],
    done: true,
    shared: ['mentor', 'cohort'],
    body: `Alguses kirjutasin, et tean küsitlustest. Olen nüüd kaks kuud käinud laupäeviti poe juures seismas, ilma paberita. Teada saan vähem, aga see vähem on päris.

Kõige rohkem räägitakse bussist, mis tuleb kümme minutit enne kooli lõppu. Keegi pole selle kohta kunagi avaldust kirjutanud.`,
  },
  {
    by: 'marika',
    title: 'Mida ma Priidule ütlemata jätsin',
    at: ['2023-12-09', '22:05'],
    body: `See ei ole kellelegi lugeda. Priidul oli õigus. Me teadsime kooli kohta juba kevadel ja ütlesime sügisel. Ma ei valetanud, ma lihtsalt ootasin paremat hetke. Paremat hetke ei tulnud.`,
  },
  {
    by: 'jelena',
    activity: 'q2-middle',
    title: 'Kaks keelt ühes ringis',
    at: ['2023-12-03', '19:15'],
    done: true,
    shared: ['mentor'],
    purpose: 'Kuulata, mitte lahendada.',
    until: '2024-01-31',
    fold: 'Jätsin lause tõlkimata, sest kartsin, et keegi naerab. Keegi ei naernud. Häbenen seda kartust rohkem kui vaikust.',
    body: `Ringis oli seitse eesti ja viis vene emakeelega inimest. Leppisime kokku, et igaüks räägib keeles, milles ta mõtleb. Tõlkisin sosinal ja märkasin, et jätan ise midagi ütlemata.

«Мы двадцать лет живём в одном доме и первый раз сидим за одним столом.»

Seda lauset ma ei tõlkinudki. Kõik said aru.`,
  },
  {
    by: 'jelena',
    activity: 'after-practicum',
    lang: 'ru',
    title: 'Кто держит паузу',
    at: ['2023-11-20', '21:30'],
    done: true,
    shared: ['mentor'],
    body: `Мы с Андресом вели круг в школьной библиотеке. Я приготовила восемь вопросов и задала один. Остальные семь мне понадобились, чтобы не бояться тишины.

Одна мама сказала: «Я думала, меня позвали, чтобы объяснить, почему решено без нас». Мне захотелось оправдаться. Я посмотрела на предмет в её руках и промолчала. Это было труднее, чем выступать на собрании.`,
    notes: [
      {
        kind: 'noticing',
        body: 'Kaheksa küsimust kotis ja üks laual. See üks sai seetõttu palju ruumi.',
        quote: 'Я приготовила восемь вопросов и задала один.',
        at: ['2023-11-22', '20:10'],
        thanked: true,
      },
    ],
  },
  {
    by: 'jelena',
    activity: 'listening',
    lang: 'ru',
    title: 'На каком языке я слушаю',
    at: ['2023-12-06', '22:20'],
    done: true,
    body: `Когда говорят по-эстонски быстро, я слушаю слова. Когда говорят по-русски, я слушаю, кто со мной согласен. Ни то ни другое не похоже на слушание. На третьей встрече мы сидели молча напротив друг друга четыре минуты, и я впервые услышала, как человек дышит перед тем, как сказать важное.`,
  },
  {
    by: 'triin',
    activity: 'after-practicum',
    title: 'Mida sadam meile ei rääkinud',
    at: ['2023-12-05', '17:45'],
    done: true,
    shared: ['mentor'],
    body: `Kirjutasin valla lehte kolm korda, et sadama arutelu on avatud kõigile. Tuli neli inimest, kõik samast perest. Mihkel läks järgmisel hommikul kai peale ja küsis. Kalurid ütlesid, et kell viis pärast lõunat on nemad merel.

Olen kommunikatsioonijuht ja ma ei teadnud, mis kell mu vallas võrke vaadatakse.`,
  },
  {
    by: 'toivo',
    activity: 'after-practicum',
    title: 'Eelarve ja vaikne laud',
    at: ['2023-11-12', '23:10'],
    done: true,
    shared: ['mentor'],
    body: `Praktikumi me Liisiga veel ei pidanud, eelarve võttis õhtud ära. Aga proovisin volikogus üht asja: enne vaidlust palusin, et igaüks ütleks ühe lause sellest, mida ta kardab. Kolm inimest ütlesid. Ülejäänud vaatasid lauda. Ma ei tea, kas see oli hea või halb. Laud oli igatahes vaiksem kui tavaliselt.`,
    notes: [
      {
        kind: 'wondering',
        body: 'Mõtlen, mida need kolm lauset ülejäänutega hiljem tegid. Vahel läheb lause koju kaasa.',
        at: ['2023-11-15', '08:30'],
      },
    ],
  },
  {
    by: 'ants',
    activity: 'after-practicum',
    title: 'Aega hoida on raskem kui sõna',
    at: ['2023-11-20', '06:50'],
    done: true,
    shared: ['mentor', 'partner'],
    body: `Minu töö oli kell. Arvasin, et see on lihtsam pool. Aga kui inimene räägib oma talust, mille kõrvale tahetakse kaevandust, siis ei ole kaks minutit mingi aeg.

Tõstsin käe ja panin selle uuesti alla. Teine kord tõstsin ja ta ütles ise: „Jah, ma lõpetan.“ Kell ei pidanudki midagi tegema, piisas sellest, et ta nägi kedagi hoidmas.`,
    notes: [
      {
        kind: 'asking',
        body: 'Mis andis sulle loa käsi esimene kord alla panna?',
        quote: 'Tõstsin käe ja panin selle uuesti alla.',
        at: ['2023-11-23', '10:15'],
        replies: [
          {
            by: 'author',
            body: 'Ta vaatas aknast välja, oma maja poole. Ma ei tahtnud olla see, kes akna ette astub.',
            at: ['2023-11-23', '21:00'],
          },
        ],
      },
    ],
  },
  {
    by: 'liis',
    activity: 'listening',
    title: 'Raamatukogu trepil',
    at: ['2023-12-04', '12:30'],
    done: true,
    shared: ['mentor', 'cohort'],
    body: `Istusin raamatukogu trepil ja kuulasin, kuidas Õie rääkis pool tundi oma kassist. Ma pidin minema. Kassi järel tuli jutt lapselapsest, kes ei käi enam koolis. Lapselapse järel tuli see, mille pärast ta oli mind oodanud.

Arendusjuhina olen ma harjunud küsima kohe kolmandat asja.`,
    notes: [
      {
        kind: 'noticing',
        body: '„Küsima kohe kolmandat asja“ – selle lausega saaks terve kohtumise pidada.',
        quote: 'Arendusjuhina olen ma harjunud küsima kohe kolmandat asja.',
        at: ['2023-12-06', '16:20'],
        thanked: true,
      },
    ],
  },
  {
    by: 'kersti',
    activity: 'listening',
    title: 'Koor ja ring',
    at: ['2023-12-02', '10:00'],
    done: true,
    shared: ['mentor', 'team'],
    body: `Kooris kuulad sa selleks, et koos kõlada. Ringis kuulad selleks, et erinevus alles jääks. Mul läks kaks ringi, enne kui ma sellest aru sain: ma püüdsin kõigi jutud ühte helistikku seada.

Kolmandas ringis lasin kahel vastandlikul lool kõrvuti seista. Keegi ei palunud mul neid lepitada.`,
    notes: [
      {
        kind: 'wondering',
        body: 'Mõtlen kaasa: kas dirigent ja hoidja saavad olla sama inimene?',
        at: ['2023-12-05', '09:10'],
      },
    ],
  },
  {
    by: 'rein',
    activity: 'after-practicum',
    title: 'Küsimus oli liiga suur',
    at: ['2023-11-25', '15:00'],
    done: true,
    shared: ['mentor'],
    purpose: 'Missugune küsimus oleks olnud väiksem?',
    offer: true,
    body: `Meie küsimus oli „Millist Hallikivi me tahame?“. Vastati viisakalt. Kersti sosistas mulle, et küsi väiksemat. Küsisin, kus keegi viimati naabriga pikemalt rääkis. Siis hakkas liikuma.`,
    notes: [
      {
        kind: 'offering',
        body: 'Pakun küsimust, millest mul endal on abi olnud: „Kellega sa viimati teed jõid, ilma et midagi vaja oleks olnud?“',
        quote: 'Kersti sosistas mulle, et küsi väiksemat.',
        at: ['2023-11-27', '17:35'],
        thanked: true,
      },
    ],
  },
  {
    by: 'andres',
    activity: 'after-practicum',
    title: 'Ma ei jõudnud ise kohale',
    at: ['2023-11-22', '19:40'],
    done: true,
    shared: ['mentor'],
    body: `Jäin teisele kohtumisele minemata ja praktikumis oli tunda, et Jelena hoidis mind ka. Ütlesin seda talle pärast. Ta vastas, et sellepärast ongi partner.`,
  },
  {
    by: 'mihkel',
    activity: 'after-practicum',
    title: 'Kai peal kell viis',
    at: ['2023-11-21', '18:00'],
    done: true,
    shared: ['mentor', 'partner'],
    body: `Noorsootöös ütleme, et mine sinna, kus nad on. Vanade meestega kai peal käib sama reegel. Ring oli seistes, ese oli termosekork. Pooled ei öelnud midagi ja tulid järgmisel päeval noortetuppa kohvi jooma.`,
  },
  {
    by: 'triin',
    activity: 'listening',
    title: 'Pressiteade ilma hüüumärgita',
    at: ['2023-12-09', '14:10'],
    body: 'Proovin kirjutada teadet nii, et selles oleks küsimus, millele ma ise vastust ei tea.',
  },
];
