import type { MaterialView } from '@opiring/contract/materials';
import { replacedIn } from './replaced';

const file = (name: string, hash: string): MaterialView => ({
  id: `${name}-${hash}`,
  title: {},
  file: { name, type: 'application/pdf', size: 9, hash },
});
const link = (title: string, url: string): MaterialView => ({ id: title, title: { et: title }, url });
const nameOf = ({ title, file }: MaterialView) => title.et ?? file?.name ?? '';
const replaced = (before: MaterialView[], after: MaterialView[]) =>
  [...replacedIn(before, after, nameOf)].map(([material, what]) => [nameOf(material), what]);

it('is what kept its name and has something else behind it', () => {
  const before = [file('leht.pdf', 'a'), file('kava.pdf', 'b'), link('Film', 'https://a.example/')];
  expect(replaced(before, before.toReversed())).toEqual([]);
  expect(
    replaced(before, [file('leht.pdf', 'c'), file('kava.pdf', 'b'), link('Film', 'https://b.example/')]),
  ).toEqual([
    ['leht.pdf', 'file'],
    ['Film', 'link'],
  ]);
  // What is new or has another name says so by itself.
  expect(replaced(before, [file('uus.pdf', 'a')])).toEqual([]);
});
