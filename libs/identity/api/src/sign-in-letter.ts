import type { Locale } from '@opiring/contract/values';
import type { Letter } from './post-office';

const WORDS: Record<Locale, { subject: string; text: (link: string) => string }> = {
  et: {
    subject: 'Sinu link Õpiringi',
    text: (link) =>
      `Tere\n\nSelle lingiga pääsed Õpiringi. Link kehtib pool tundi ja töötab ühe korra.\n\n${link}\n\nKui sa linki ei küsinud, siis ei pea sa midagi tegema.\n`,
  },
  en: {
    subject: 'Your link to Õpiring',
    text: (link) =>
      `Hello\n\nThis link lets you into Õpiring. It is good for half an hour and works once.\n\n${link}\n\nIf you did not ask for it, there is nothing you need to do.\n`,
  },
  ru: {
    subject: 'Ваша ссылка в Õpiring',
    text: (link) =>
      `Здравствуйте!\n\nПо этой ссылке можно войти в Õpiring. Она действует полчаса и срабатывает один раз.\n\n${link}\n\nЕсли вы не просили ссылку, ничего делать не нужно.\n`,
  },
};

export const signInLetter = (to: string, locale: Locale, link: string): Letter => {
  const { subject, text } = WORDS[locale];
  return { to, subject, text: text(link) };
};
