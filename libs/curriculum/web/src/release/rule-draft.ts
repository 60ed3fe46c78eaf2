import type { ReleaseLeaf, ReleaseRule } from '@opiring/contract/release';
import { isGroup, leavesOf } from '@opiring/contract/release.values';

/** A rule while somebody composes it: what is joined by `outer`, each alone or with its alternatives of the other kind. */
export interface RuleDraft {
  outer: 'all' | 'any';
  items: ReleaseLeaf[][];
}
/** Where a condition stands. */
export interface Place {
  item: number;
  part: number;
}

export const other = (kind: 'all' | 'any'): 'all' | 'any' => (kind === 'all' ? 'any' : 'all');

export function draftOf(rule: ReleaseRule | null): RuleDraft {
  if (!rule) return { outer: 'all', items: [] };
  return isGroup(rule)
    ? { outer: rule.when, items: rule.of.map(leavesOf) }
    : { outer: 'all', items: [[rule]] };
}

export function ruleOf({ outer, items }: RuleDraft): ReleaseRule | null {
  const parts = items
    .filter((item) => item.length > 0)
    .map((item): ReleaseRule => (item.length === 1 && item[0] ? item[0] : { when: other(outer), of: item }));
  if (parts.length > 1) return { when: outer, of: parts };
  return parts[0] ?? null;
}

export function withLeaf({ outer, items }: RuleDraft, { item, part }: Place, leaf: ReleaseLeaf): RuleDraft {
  return {
    outer,
    items: items.map((old, i) => (i === item ? old.map((was, p) => (p === part ? leaf : was)) : old)),
  };
}

/** One more at the end, or beside another as its alternative. */
export function withMore({ outer, items }: RuleDraft, leaf: ReleaseLeaf, beside?: number): RuleDraft {
  if (beside === undefined) return { outer, items: [...items, [leaf]] };
  return { outer, items: items.map((item, i) => (i === beside ? [...item, leaf] : item)) };
}

export function without({ outer, items }: RuleDraft, { item, part }: Place): RuleDraft {
  const left = items
    .map((old, i) => (i === item ? old.filter((_, p) => p !== part) : old))
    .filter((old) => old.length > 0);
  const [only] = left;
  // What is left of one group is joined as the group was.
  return left.length === 1 && only && only.length > 1
    ? { outer: other(outer), items: only.map((leaf) => [leaf]) }
    : { outer, items: left };
}

/** The places in the order the sentence says them. */
export const placesOf = ({ items }: RuleDraft): Place[] =>
  items.flatMap((leaves, item) => leaves.map((_, part) => ({ item, part })));

/** The same text for the same rule, however its keys came to stand. */
export const ruleText = (rule: ReleaseRule | null): string =>
  rule ? JSON.stringify(isGroup(rule) ? { when: rule.when, of: rule.of.map(plain) } : plain(rule)) : '';

function plain(rule: ReleaseRule): object {
  if (isGroup(rule)) return { when: rule.when, of: rule.of.map(plain) };
  return Object.fromEntries(Object.entries(rule).sort(([one], [two]) => (one < two ? -1 : 1)));
}

export const ruleIn = (text: string): ReleaseRule | null =>
  text === '' ? null : (JSON.parse(text) as ReleaseRule);

/** As it is sent: a plain day is one, and never both are said. */
export function openingOf(text: string): { opensOn: string | null; release: ReleaseRule | null } {
  const rule = ruleIn(text);
  return rule?.when === 'date' ? { opensOn: rule.on, release: null } : { opensOn: null, release: rule };
}
