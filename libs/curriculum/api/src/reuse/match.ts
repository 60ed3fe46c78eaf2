import type { LocalText } from '@opiring/contract/text';

/** A thing of an intake as far as it can be known again in another. */
export interface Known {
  id: string;
  title: LocalText;
  kind?: string;
}
/** What the things of one intake were made after, and what they are called in files. */
export interface Lineage {
  origins: Record<string, string>;
  slugs: Record<string, string>;
}

const titled = ({ title, kind = '' }: Known): string =>
  `${kind} ${(title.et ?? title.en ?? title.ru ?? '').normalize('NFC').trim().toLowerCase()}`;
const sameKind = (one: Known, other: Known): boolean => one.kind === other.kind;

/**
 * Which thing of the earlier intake goes on as which of the later: one made after the other, in either direction or both after the
 * same; else of the same name in files; else of the same title. Each only once, and only where it is the same kind of thing.
 */
export function matched(
  before: readonly Known[],
  after: readonly Known[],
  earlier: Lineage,
  later: Lineage,
): Map<string, string> {
  const pairs = new Map<string, string>();
  const taken = new Set<string>();
  const by = (keysOf: (thing: Known, lineage: Lineage) => (string | undefined)[]): void => {
    const free = new Map<string, Known[]>();
    for (const thing of after)
      if (!taken.has(thing.id))
        for (const key of keysOf(thing, later)) if (key) free.set(key, [...(free.get(key) ?? []), thing]);
    for (const thing of before) {
      if (pairs.has(thing.id)) continue;
      const found = keysOf(thing, earlier)
        .flatMap((key) => (key ? (free.get(key) ?? []) : []))
        .find((other) => !taken.has(other.id) && sameKind(thing, other));
      if (!found) continue;
      pairs.set(thing.id, found.id);
      taken.add(found.id);
    }
  };
  by(({ id }, { origins }) => [id, origins[id]]);
  by(({ id }, { slugs }) => [slugs[id]]);
  by((thing) => [titled(thing)]);
  return pairs;
}
