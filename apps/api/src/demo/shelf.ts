import type { ProgrammeTexts, ResourceKind } from '@opiring/contract/library';
import type { LocalText } from '@opiring/contract/text';

// Facts: the programme's page at Eesti Koostöö Kogu, 9 November 2023; the sentences are our own.
export const TEXTS: ProgrammeTexts = {
  lead: {
    et: 'Arenguprogramm omavalitsusjuhtidele, kes tahavad oma kogukonda kuulda enne, kui otsus on tehtud.',
    en: 'A development programme for municipal leaders who want to hear their community before the decision is made.',
    ru: 'Программа развития для руководителей самоуправлений, которые хотят услышать своё сообщество раньше, чем принято решение.',
  },
  what: {
    et: 'Kümme juhti käivad neli kuud koos ühe teekonna. Nad vastavad samadele neljale küsimusele alguses, keskel ja lõpus, harjutavad dialoogi hoidmist ja peavad ringi oma kodukohas.',
    en: 'Ten leaders walk one road together for four months. They answer the same four questions at the start, in the middle and at the end, practise holding a dialogue, and hold a circle at home.',
    ru: 'Десять руководителей четыре месяца идут одним путём. Они отвечают на одни и те же четыре вопроса в начале, в середине и в конце, учатся вести диалог и проводят круг у себя дома.',
  },
  forWhom: {
    et: 'Vallavanemad ja linnapead ning nende asetäitjad, arengu-, haridus-, kultuuri- ja kommunikatsioonijuhid, volikogu liikmed. Kohti on kaksteist.',
    en: 'Mayors and deputy mayors, heads of development, education, culture and communication, council members. There are twelve places.',
    ru: 'Мэры и старейшины волостей и их заместители, руководители по развитию, образованию, культуре и коммуникации, члены советов. Мест двенадцать.',
  },
  when: {
    et: 'Oktoobrist jaanuarini, viis kohtumist kell 10–16.30. Kokku 50 akadeemilist tundi: 35 kohtumistel ja 15 iseseisvat tööd.',
    en: 'From October to January, five meetings from 10:00 to 16:30. Fifty academic hours in all: 35 in meetings, 15 of independent work.',
    ru: 'С октября по январь, пять встреч с 10.00 до 16.30. Всего 50 академических часов: 35 на встречах и 15 самостоятельной работы.',
  },
  howOneLearns: {
    et: 'Teema avamine ja harjutused vahelduvad. Igal juhil on õpipartner, kellega koos peetakse praktikum. Kes on vähemalt neljal kohtumisel viiest, peab praktikumi ja hoiab ringi kodukohas, saab tunnistuse; teised saavad tõendi. Hindeid ei ole.',
    en: 'Opening a theme alternates with exercises. Everyone has a learning partner with whom a practicum is held. Who takes part in at least four of the five meetings, holds the practicum and a circle at home receives a certificate; others receive a statement. There are no grades.',
    ru: 'Раскрытие темы чередуется с упражнениями. У каждого есть партнёр по учёбе, с которым проводят практикум. Кто был хотя бы на четырёх встречах из пяти, провёл практикум и круг у себя дома, получает свидетельство; остальные — справку. Оценок нет.',
  },
  approach: {
    et: 'Dialoog on ühtaegu hoiak, harjumus ja meetod. Inimesed istuvad ringis ja uurivad koos teemat, mis neile korda läheb: igaüks räägib, igaüks kuulab ja kedagi ei arvustata ega mõisteta hukka selle eest, mida ta arvab.',
    en: 'Dialogue is at once an attitude, a habit and a method. People sit in a circle and explore together what matters to them: each speaks, each listens, and nobody is criticised or condemned for what they think.',
    ru: 'Диалог — это и отношение, и привычка, и метод. Люди садятся в круг и вместе исследуют то, что для них важно: каждый говорит, каждый слушает, и никого не критикуют и не осуждают за его мысли.',
  },
  effects: [
    { et: 'Usaldus kasvab.', en: 'Trust grows.', ru: 'Растёт доверие.' },
    {
      et: 'Tekivad hoitud ja turvalised ruumid, kus rääkida kohalikest asjadest, ka neist, mis lõhestavad.',
      en: 'Safe and caring rooms appear in which local matters can be talked about, the dividing ones too.',
      ru: 'Появляются безопасные и бережные пространства, где можно говорить о местных делах, в том числе о тех, что разделяют.',
    },
    {
      et: 'Tülid jäävad tulemata, sest kuulatakse varakult.',
      en: 'Conflicts do not break out, because people listen early.',
      ru: 'Конфликты не вспыхивают, потому что слушают заранее.',
    },
    {
      et: 'Koguneb ühine tarkus, millele kohalik koostöö saab toetuda.',
      en: 'Shared wisdom gathers, on which local co-operation can rest.',
      ru: 'Накапливается общая мудрость, на которую может опираться местное сотрудничество.',
    },
  ],
  inclusive: {
    et: 'Kaasav juhtimine käib kõigi moodulitega kaasas ja küsib veel kolm küsimust.',
    en: 'Inclusive leadership runs alongside all the modules and asks three more questions.',
    ru: 'Вовлекающее руководство сопровождает все модули и задаёт ещё три вопроса.',
  },
  organiser: {
    et: 'SA Eesti Koostöö Kogu',
    en: 'Estonian Cooperation Assembly (SA Eesti Koostöö Kogu)',
    ru: 'SA Eesti Koostöö Kogu',
  },
  plan: {
    et: 'Programm kuulub Siseministeeriumi strateegilise partnerluse kavasse „Kogukonnakeskse lähenemisviisi rakendamine 2023–2026“.',
    en: 'The programme is part of the Ministry of the Interior’s strategic partnership “Implementing a community-centred approach 2023–2026”.',
    ru: 'Программа входит в план стратегического партнёрства Министерства внутренних дел „Внедрение подхода, ориентированного на сообщество, 2023–2026“.',
  },
};

export const PUBLISHED_AT = '2023-11-09T08:00:00.000Z';

export const PARTNERS: { name: string; part: LocalText; url?: string }[] = [
  {
    name: 'SA Eesti Koostöö Kogu',
    part: { et: 'programmi korraldaja', en: 'organises the programme', ru: 'организатор программы' },
  },
  {
    name: 'Eesti Rahvaülikoolide Liit',
    part: { et: 'kava töörühm', en: 'working group of the plan', ru: 'рабочая группа плана' },
  },
  {
    name: 'MTÜ Maakondlikud Arenduskeskused',
    part: { et: 'kava töörühm', en: 'working group of the plan', ru: 'рабочая группа плана' },
  },
  {
    name: 'Tartu Ülikooli ühiskonnateaduste instituut',
    part: { et: 'kava töörühm', en: 'working group of the plan', ru: 'рабочая группа плана' },
  },
  {
    name: 'OÜ Toimevõimendi',
    part: { et: 'kava töörühm', en: 'working group of the plan', ru: 'рабочая группа плана' },
  },
];

export const RESOURCES: { kind: ResourceKind; title: LocalText; about: LocalText; url?: string }[] = [
  {
    kind: 'book',
    title: { et: 'Ruumiloojad', en: 'Ruumiloojad', ru: 'Ruumiloojad' },
    about: {
      et: 'Raamat kaasavast juhtimisest.',
      en: 'A book on inclusive leadership, in Estonian.',
      ru: 'Книга о вовлекающем руководстве, на эстонском языке.',
    },
  },
  {
    kind: 'link',
    title: { et: 'kogukonnaveeb.ee', en: 'kogukonnaveeb.ee', ru: 'kogukonnaveeb.ee' },
    about: {
      et: 'Lugemist kogukondadest ja kogukonnakesksest lähenemisest.',
      en: 'Reading on communities and the community-centred approach.',
      ru: 'О сообществах и подходе, ориентированном на сообщество.',
    },
    url: 'https://kogukonnaveeb.ee',
  },
  {
    kind: 'worksheet',
    title: {
      et: 'Tööleht: ringi kava',
      en: 'Worksheet: the circle’s script',
      ru: 'Рабочий лист: план круга',
    },
    about: {
      et: 'Teema ja üks avatud küsimus · keda tavaliselt ei kuulda ja kuidas teda kutsud · kokkulepped · avaring, voorud, vaikusehetk, lõpuring minutitega · kes hoiab, kes paneb kirja.',
      en: 'The topic and one open question · who is usually not heard and how you invite them · agreements · check-in, rounds, a moment of silence, check-out with minutes · who holds, who writes down.',
      ru: 'Тема и один открытый вопрос · кого обычно не слышно и как ты его позовёшь · договорённости · начальный круг, раунды, минута тишины, завершающий круг с минутами · кто ведёт, кто записывает.',
    },
  },
];

const STORY = {
  et: 'Kaasava juhtimise kogemuslugu',
  en: 'An experience story of inclusive leadership',
  ru: 'История из опыта вовлекающего руководства',
};
/** The real programme names these stories and their tellers on its own page. */
export const STORY_BASIS = 'Avaldatud programmi lehel 9. novembril 2023';
export const STORIES: { title: LocalText; author: string }[] = [
  'Anneli Kimmel',
  'Ulla-Maia Timmo',
  'Toomas Trapido',
].map((author) => ({ title: STORY, author }));

export const PRINCIPLES: LocalText = {
  et: `Tulen kohtumistele ja annan teada, kui ma ei saa tulla.

Mida ringis räägitakse, jääb ringi. Oma lugu jagab igaüks ise.

Kuulan lõpuni. Kedagi ei arvustata ega mõisteta hukka.

Kirjutan ausalt. Minu kirjutatut loevad ainult need, kellele ma selle ise avan.

Mentor märkab, mõtleb kaasa ja küsib. Hinnet ta ei pane.

Tunnistuse saan osalemise, praktikumi ja kodukohas hoitud ringi eest, mitte selle eest, mida kirjutasin.`,
  en: `I come to the meetings, and say when I cannot.

What is said in the circle stays in the circle. Each shares their own story themselves.

I listen to the end. Nobody is criticised or condemned.

I write honestly. Only those read it to whom I open it myself.

The mentor notices, wonders and asks. There are no grades.

The certificate is for taking part, for the practicum and for the circle held at home, never for what I wrote.`,
  ru: `Я прихожу на встречи и предупреждаю, если не могу.

Сказанное в кругу остаётся в кругу. Свою историю каждый рассказывает сам.

Я слушаю до конца. Никого не критикуют и не осуждают.

Я пишу честно. Моё читают только те, кому я сам это открою.

Наставник замечает, размышляет вместе и спрашивает. Оценок он не ставит.

Свидетельство даётся за участие, практикум и круг, проведённый дома, а не за написанное.`,
};
