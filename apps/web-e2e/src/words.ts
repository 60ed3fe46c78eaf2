import { expect, type Page } from '@playwright/test';

const contexts = [
  'identity|cohorts|curriculum|journal|mentoring|circles|progress|library',
  'action|role|nav|state|attendance|moment|noteKind|problem|shell|ring',
].join('|');

/** Every word on the page is a word: no key of a missing translation, no brace of an unfilled message. */
export async function expectWords(page: Page): Promise<void> {
  const said = await page.evaluate(() => {
    const named = ['aria-label', 'title', 'alt', 'placeholder', 'aria-description'];
    const labels = named.flatMap((name) =>
      [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ''),
    );
    return [document.title, document.body.innerText, ...labels].join('\n');
  });
  const keys = said.match(new RegExp(`\\b(?:${contexts})\\.[a-z][\\w-]*(?:\\.[\\w-]+)*\\b`, 'g')) ?? [];
  const braces = said.match(/\{\{?\s?\w+(?:, (?:plural|select)[^\n]{0,40}|\s?\}?\})/g) ?? [];
  const nothing = said.match(/\b(?:undefined|NaN|Invalid Date|\[object Object\])/g) ?? [];
  expect([...keys, ...braces, ...nothing], 'keys, braces and leftovers among the words').toEqual([]);
}
