import { inflateSync } from 'node:zlib';
import { type Letters, lettersOf, saidByMark } from './pdf-words';

/** One element of what a PDF says to whoever listens. */
export interface Spoken {
  tag: string;
  /** Its own words, without those of its parts. */
  text: string;
  scope?: string;
  alt?: string;
  parts: Spoken[];
}

/** A PDF read back without the library that wrote it: its catalogue, its structure, what is drawn. For specs. */
export class ReadPdf {
  private readonly objects = new Map<string, string>();
  private readonly pagesSaid = new Map<string, Map<number, string>>();
  readonly text: string;

  constructor(bytes: Buffer) {
    this.text = bytes.toString('latin1');
    for (const [, id, body] of this.text.matchAll(/(?:^|\n)(\d+) 0 obj\r?\n([\s\S]*?)\r?\nendobj/g))
      this.objects.set(id ?? '', body ?? '');
  }

  get catalogue(): string {
    return [...this.objects.values()].find((body) => /\/Type \/Catalog\b/.test(body)) ?? '';
  }

  /** What the catalogue says of this, there or where it refers to. */
  says(name: string): string {
    const [, id] = new RegExp(`/${name} (\\d+) 0 R`).exec(this.catalogue) ?? [];
    return id === undefined ? this.catalogue : (this.objects.get(id) ?? '');
  }

  get pages(): number {
    return [...this.objects.values()].filter((body) => /\/Type \/Page\b/.test(body)).length;
  }

  /** What its pages draw, one after the other. */
  get drawn(): string {
    return [...this.objects.values()].map(unfolded).join('\n');
  }

  /** The structure from its root, in reading order. */
  get spoken(): Spoken[] {
    const root = /\/StructTreeRoot (\d+) 0 R/.exec(this.catalogue)?.[1] ?? '';
    return this.partsOf(this.objects.get(root) ?? '');
  }

  private partsOf(body: string): Spoken[] {
    const kids = /\/K (\[[\s\S]*?\]|\d+ 0 R)/.exec(body)?.[1] ?? '';
    return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, id]) => {
      const own = this.objects.get(id ?? '') ?? '';
      const tag = /\/S \/(\w+)/.exec(own)?.[1];
      if (!tag) return [];
      const scope = /\/Scope \/(\w+)/.exec(own)?.[1];
      const alt = /\/Alt (\(.*?\)|<[0-9a-f]+>)/i.exec(own)?.[1];
      return [
        {
          tag,
          text: this.wordsOf(own),
          ...(scope && { scope }),
          ...(alt && { alt }),
          parts: this.partsOf(own),
        },
      ];
    });
  }

  /** What the marked parts of an element say, wherever its pages draw them. */
  private wordsOf(element: string): string {
    const page = /\/Pg (\d+) 0 R/.exec(element)?.[1] ?? '';
    const kids = /\/K \[([\s\d]+)\]/.exec(element)?.[1] ?? '';
    const alone = [...kids.matchAll(/\d+/g)].map(([mark]) => [page, mark] as const);
    const far = [...element.matchAll(/\/Pg (\d+) 0 R\s*\/MCID (\d+)/g)].map(
      ([, on = '', mark = '']) => [on, mark] as const,
    );
    return [...alone, ...far]
      .map(([on, mark]) => this.saidOn(on).get(Number(mark)) ?? '')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
  }

  private saidOn(page: string): Map<number, string> {
    const known = this.pagesSaid.get(page);
    if (known) return known;
    const body = this.objects.get(page) ?? '';
    const content = this.objects.get(/\/Contents (\d+) 0 R/.exec(body)?.[1] ?? '') ?? '';
    const said = saidByMark(unfolded(content), this.fontsOf(body));
    this.pagesSaid.set(page, said);
    return said;
  }

  private fontsOf(page: string): Map<string, Letters> {
    const resources = this.objects.get(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? '') ?? page;
    return new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
        const table = /\/ToUnicode (\d+) 0 R/.exec(this.objects.get(id) ?? '')?.[1] ?? '';
        return [name, lettersOf(unfolded(this.objects.get(table) ?? ''))];
      }),
    );
  }
}

/** What an object's stream holds; nothing where there is none, or no text. */
function unfolded(object: string): string {
  const body = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(object)?.[1];
  if (body === undefined) return '';
  try {
    return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
  } catch {
    return '';
  }
}

/** Every element of a structure, in reading order. */
export const flat = (spoken: readonly Spoken[]): Spoken[] =>
  spoken.flatMap((one) => [one, ...flat(one.parts)]);
