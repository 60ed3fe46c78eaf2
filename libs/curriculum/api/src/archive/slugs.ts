import type { LocalText } from '@opiring/contract/text';

const CYRILLIC: Record<string, string> = Object.fromEntries(
  'а=a б=b в=v г=g д=d е=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
);
const LONGEST = 50;
const LONGEST_NAME = 60;

export function slugOf(text: string): string {
  const latin = [...text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')]
    .map((letter) => CYRILLIC[letter] ?? letter)
    .join('');
  return latin
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}

/** Names for the things of one file, each once: the one it has, else one made of its title. */
export class Slugs {
  private readonly taken = new Set<string>();

  name(has: string | null, title: LocalText, otherwise: string): string {
    const wanted = has || slugOf(title.et ?? title.en ?? title.ru ?? '') || otherwise;
    let name = wanted;
    for (let n = 2; this.taken.has(name); n++)
      name = `${wanted.slice(0, LONGEST_NAME - `-${n}`.length).replace(/-+$/, '')}-${n}`;
    this.taken.add(name);
    return name;
  }
}
