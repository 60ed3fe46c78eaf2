import type { ReleaseGroup, ReleaseLeaf, ReleaseRule } from '@opiring/contract/release';
import { isGroup, leavesOf } from '@opiring/contract/release.values';
import type { ReleaseGrammar, ReleaseNames } from './release-grammar';

/** A stretch of the sentence; where it says a condition, which one, in the order they are said. */
export interface SentencePart {
  text: string;
  leaf?: number;
}

/**
 * A rule as one sentence without its full stop. What must all be comes first singly and then in groups: „kui A ja kas B või C“;
 * alternatives of which one is several repeat the conjunction: „kui A, või kui B ja C“. So nobody has to guess what binds what.
 */
export function releaseSentence(
  rule: ReleaseRule,
  grammar: ReleaseGrammar,
  names: ReleaseNames,
): SentencePart[] {
  const say = new Saying(grammar, names);
  return say.rule(rule);
}

export const sentenceText = (parts: readonly SentencePart[]): string =>
  parts.map(({ text }) => text).join('');

class Saying {
  constructor(
    private readonly grammar: ReleaseGrammar,
    private readonly names: ReleaseNames,
  ) {}

  rule(rule: ReleaseRule): SentencePart[] {
    const { opens, lead, when, and, or } = this.grammar;
    const alone = isGroup(rule) ? undefined : this.grammar.alone(rule, this.names);
    if (alone !== undefined) return [{ text: `${opens} ` }, { text: alone, leaf: 0 }];
    const start = { text: `${lead} ` };
    if (!isGroup(rule)) return [start, this.leaf(rule, 0)];
    const parts = numbered(rule);
    const groups = parts.filter(({ part }) => isGroup(part));
    if (groups.length === 0) return [start, ...this.list(parts, rule.when === 'all' ? and : or)];
    const single = parts.filter(({ part }) => !isGroup(part));
    const inOrder = rule.when === 'all' ? [...single, ...groups] : parts;
    const between = { text: rule.when === 'all' ? ` ${and} ` : `, ${or} ${when} ` };
    return [start, ...inOrder.flatMap((told, at) => [...(at === 0 ? [] : [between]), ...this.part(told)])];
  }

  private part({ part, from }: Numbered): SentencePart[] {
    if (!isGroup(part)) return [this.leaf(part, from)];
    const { and, or, either } = this.grammar;
    const clauses = numbered(part, from);
    return part.when === 'all'
      ? this.list(clauses, and)
      : [{ text: `${either} ` }, ...this.list(clauses, or)];
  }

  /** A, B ja C */
  private list(parts: readonly Numbered[], last: string): SentencePart[] {
    return parts.flatMap((told, at) => {
      if (at === 0) return this.part(told);
      return [{ text: at === parts.length - 1 ? ` ${last} ` : ', ' }, ...this.part(told)];
    });
  }

  private leaf(leaf: ReleaseLeaf, at: number): SentencePart {
    return { text: this.grammar.clause(leaf, this.names), leaf: at };
  }
}

interface Numbered {
  part: ReleaseRule;
  /** The number of its first condition in the whole rule. */
  from: number;
}
function numbered(group: ReleaseGroup, from = 0): Numbered[] {
  let next = from;
  return group.of.map((part) => {
    const told = { part, from: next };
    next += leavesOf(part).length;
    return told;
  });
}
