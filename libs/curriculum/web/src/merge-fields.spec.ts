import { fieldsOf } from './activity-form';
import { anActivity } from './fixtures';
import { mergeFields } from './merge-fields';

const base = fieldsOf(anActivity('a', 'Loe peatükk'));

it('keeps both where they touched different fields, or the same text in different languages', () => {
  const mine = { ...base, minutes: 45, title: { ...base.title, en: 'Read' } };
  const theirs = { ...base, link: 'https://raamat.example', title: { ...base.title, ru: 'Читай' } };
  expect(mergeFields(base, mine, theirs)).toEqual({
    merged: {
      ...base,
      minutes: 45,
      link: 'https://raamat.example',
      title: { et: 'Loe peatükk', en: 'Read', ru: 'Читай' },
    },
    clashes: false,
  });
});

it('asks where both changed one field differently, and brings in the rest', () => {
  const mine = { ...base, minutes: 45 };
  const theirs = { ...base, minutes: 30, required: false };
  expect(mergeFields(base, mine, theirs)).toEqual({
    merged: { ...base, minutes: 45, required: false },
    clashes: true,
  });
});

it('has nothing to ask where both did the same', () => {
  const both = { ...base, minutes: 45 };
  expect(mergeFields(base, both, { ...both })).toEqual({ merged: both, clashes: false });
});
