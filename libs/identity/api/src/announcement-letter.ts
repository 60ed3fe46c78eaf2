import type { Locale } from '@opiring/contract/values';
import type { Letter } from './post-office';

/** What stands around the words, in the reader's own language; the words stay in the language they were written in. */
const WORDS: Record<Locale, { from: (name: string, cohort: string) => string; read: string; off: string }> = {
  et: {
    from: (name, cohort) => `${name} kirjutas lennule „${cohort}“:`,
    read: 'Loe Õpiringis:',
    off: 'Kui sa teateid postiga ei soovi, lülita need välja oma konto lehel.',
  },
  en: {
    from: (name, cohort) => `${name} wrote to the cohort “${cohort}”:`,
    read: 'Read it in Õpiring:',
    off: 'If you would rather not get announcements by mail, turn them off on your account page.',
  },
  ru: {
    from: (name, cohort) => `${name} пишет группе «${cohort}»:`,
    read: 'Прочитать в Õpiring:',
    off: 'Если ты не хочешь получать сообщения по почте, отключи их на странице своей учётной записи.',
  },
};

/** An announcement on its way to one person. */
export interface Announced {
  email: string;
  locale: Locale;
  title: string;
  body: string;
  sender: string;
  cohort: string;
}

export function announcementLetter(told: Announced, publicUrl: string): Letter {
  const words = WORDS[told.locale];
  // A header is one line, whatever the words are.
  const subject = told.title.replace(/\s+/g, ' ');
  const text = [
    words.from(told.sender, told.cohort),
    told.title,
    told.body,
    `${words.read} ${publicUrl}/teated`,
    words.off,
  ].join('\n\n');
  return { to: told.email, subject, text: `${text}\n` };
}
