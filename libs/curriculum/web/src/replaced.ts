import type { MaterialView } from '@opiring/contract/materials';

const behind = ({ file, url }: MaterialView): string => file?.hash ?? url ?? '';

/** What of the later materials has the name of an earlier one and something else behind it: by name alone it reads as unchanged. */
export function replacedIn(
  before: readonly MaterialView[],
  after: readonly MaterialView[],
  nameOf: (material: MaterialView) => string,
): ReadonlyMap<MaterialView, 'file' | 'link'> {
  const was = new Map<string, Set<string>>();
  for (const each of before) was.set(nameOf(each), (was.get(nameOf(each)) ?? new Set()).add(behind(each)));
  const others = after.filter((each) => was.get(nameOf(each))?.has(behind(each)) === false);
  return new Map(others.map((each) => [each, each.file ? 'file' : 'link']));
}
