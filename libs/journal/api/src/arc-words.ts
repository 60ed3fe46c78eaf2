import type { ArcWordsView } from '@opiring/contract/arc';
import type { Locale } from '@opiring/contract/values';

/** A word of one of two texts, with its stem, how often it stands there and where first. */
export interface StemRow {
  side: number;
  word: string;
  stem: string;
  n: number;
  at: number;
}

/** Each language's own stemmer; PostgreSQL has no list of Estonian stop words, so that stands below. */
export const DICTIONARIES: Record<Locale, string> = {
  et: 'estonian_stem',
  en: 'english_stem',
  ru: 'russian_stem',
};

const TOLD = 10;

/** Words that hold a sentence together and say nothing by themselves. */
const STOP: Record<Locale, ReadonlySet<string>> = {
  et: new Set(
    `aga ainult alati alla all alt antud ega ehk ei ees eest ega enam enda endale endas endast endiselt ennast enne et ette ent
    hiljem hästi igal iga igaüks ikka ilma ise isegi ja jah jo jooksul juba just juurde juures juurest jälle ka kaks kahe kas kasvõi kaudu
    keegi kedagi kelle kellega kellele keda kes kohe kohta kolm kolme koos korra kord kui kuhu kuid kuidas kuna kuni kus kust kõige kõigi kõik kõike
    küll la lihtsalt läbi ma mida midagi mille millal millega millele milles millest milline miks mina mind minna mingi minu mis
    miski mitte mu muidu mul mulle muu mõlemad mõne mõni nad nagu need neid neile neist nemad nende nendega nii niisama ning no nüüd
    olema ole oled olen oleme olete oleks oleksin oli olid olime olin olla olles olnud oma on otse pea peab peaks pean peal peale
    pole praegu pärast päris saab saama saan samas sama samad see seal seda sees selle sellega sellele selles sellest selline sest
    siin siis siin sina sind sinu siia sinna suhtes sul sulle sõna ta tal talle tema teda te teie teil teile teised teine teise
    tuleb tõesti umbes veel veidi vahel vaid varem vastu vist võib võin võis võiks või välja väga õieti öelda ütleb ütles ütlesin üks ühe üle üldse`.split(
      /\s+/,
    ),
  ),
  en: new Set([
    'also',
    'just',
    'like',
    'much',
    'even',
    'still',
    'would',
    'could',
    'one',
    'two',
    'there',
    'every',
    'always',
  ]),
  ru: new Set([
    'это',
    'этот',
    'эта',
    'эти',
    'всё',
    'все',
    'ещё',
    'очень',
    'просто',
    'который',
    'которые',
    'которая',
    'тоже',
  ]),
};

/** What went, what came and what stayed: a count of words, without a meaning. That one the leader gives. */
export function wordsMoved(
  rows: readonly StemRow[],
  lang: Locale,
): Pick<ArcWordsView, 'went' | 'came' | 'stayed'> {
  const stop = STOP[lang];
  const kept = rows.filter(({ word }) => !stop.has(word)).sort((a, b) => b.n - a.n || a.at - b.at);
  const stemsOf = (side: number): Set<string> =>
    new Set(kept.filter((row) => row.side === side).map(({ stem }) => stem));
  const [before, after] = [stemsOf(0), stemsOf(1)];
  // Each stem once, in the form it is written in most.
  const told = (side: number, wanted: (stem: string) => boolean): string[] => {
    const forms = new Map<string, string>();
    for (const row of kept)
      if (row.side === side && wanted(row.stem) && !forms.has(row.stem)) forms.set(row.stem, row.word);
    return [...forms.values()].slice(0, TOLD);
  };
  return {
    went: told(0, (stem) => !after.has(stem)),
    came: told(1, (stem) => !before.has(stem)),
    stayed: told(1, (stem) => before.has(stem)),
  };
}
