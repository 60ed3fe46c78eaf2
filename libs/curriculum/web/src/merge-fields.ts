import type { ActivityFields } from './activity-form';

type Fields = Record<string, unknown>;

const isText = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function merge(base: Fields, mine: Fields, theirs: Fields): { merged: Fields; clashes: boolean } {
  let clashes = false;
  const entries = Object.keys(mine).map((key): [string, unknown] => {
    const [was, my, their] = [base[key], mine[key], theirs[key]];
    if (isText(was) && isText(my) && isText(their)) {
      const inner = merge(was, my, their);
      clashes ||= inner.clashes;
      return [key, inner.merged];
    }
    if (my === was) return [key, their];
    if (their !== was && their !== my) clashes = true;
    return [key, my];
  });
  return { merged: Object.fromEntries(entries), clashes };
}

/** Two people's edits of one activity, field by field and language by language: mine stay where both touched the same. */
export function mergeFields(
  base: ActivityFields,
  mine: ActivityFields,
  theirs: ActivityFields,
): { merged: ActivityFields; clashes: boolean } {
  const { merged, clashes } = merge({ ...base }, { ...mine }, { ...theirs });
  return { merged: { ...mine, ...merged }, clashes };
}
