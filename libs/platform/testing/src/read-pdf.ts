import { inflateSync } from 'node:zlib';

/** One element of what a PDF says to whoever listens. */
export interface Spoken {
  tag: string;
  scope?: string;
  alt?: string;
  parts: Spoken[];
}

/** A PDF read back without the library that wrote it: its catalogue, its structure, what is drawn. For specs. */
export class ReadPdf {
  private readonly objects = new Map<string, string>();
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
    return [...this.text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)]
      .map(([, body]) => {
        try {
          return inflateSync(Buffer.from(body ?? '', 'latin1')).toString('latin1');
        } catch {
          return '';
        }
      })
      .join('\n');
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
      return [{ tag, ...(scope && { scope }), ...(alt && { alt }), parts: this.partsOf(own) }];
    });
  }
}

/** Every element of a structure, in reading order. */
export const flat = (spoken: readonly Spoken[]): Spoken[] =>
  spoken.flatMap((one) => [one, ...flat(one.parts)]);
