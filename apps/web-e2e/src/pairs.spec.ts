import { expect, test } from '@playwright/test';
import { pairs } from './pairs';

const dimensions = { route: ['a', 'b', 'c', 'd'], lang: ['et', 'en', 'ru'], width: [320, 1440] };

test('every two values meet, in far fewer rows than there are combinations', () => {
  const rows = pairs(dimensions);
  for (const route of dimensions.route) {
    for (const lang of dimensions.lang) {
      expect(rows.some((row) => row.route === route && row.lang === lang)).toBe(true);
    }
  }
  expect(rows.length).toBeLessThan(pairs(dimensions, { full: true }).length);
});
