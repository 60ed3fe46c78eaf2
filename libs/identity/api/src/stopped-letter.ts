import type { Locale } from '@opiring/contract/values';
import type { Letter } from './post-office';

interface Words {
  subject: (name: string) => string;
  text: (name: string, cohort: string) => string;
  kept: string;
  look: string;
  off: string;
}

const WORDS: Record<Locale, Words> = {
  et: {
    subject: (name) => `„${name}“ ei saa enam teateid`,
    text: (name, cohort) =>
      `„${name}“ ei võta enam vastu seda, mida Õpiring talle lennu „${cohort}“ kohta teatab. Seepärast me rohkem ei proovi.`,
    kept: 'Kui paned teatamise kuu aja jooksul uuesti käima, jõuab kohale ka vahepealne.',
    look: 'Vaata, mis juhtus:',
    off: 'Kui sa kirju ei soovi, lülita need välja oma konto lehel.',
  },
  en: {
    subject: (name) => `“${name}” is told no more`,
    text: (name, cohort) =>
      `“${name}” no longer takes what Õpiring tells it about the cohort “${cohort}”. So we have stopped trying.`,
    kept: 'If you resume it within a month, what happened meanwhile is told too.',
    look: 'See what happened:',
    off: 'If you would rather not get letters, turn them off on your account page.',
  },
  ru: {
    subject: (name) => `«${name}» больше не получает сообщений`,
    text: (name, cohort) =>
      `«${name}» больше не принимает то, что Õpiring сообщает о группе «${cohort}». Поэтому мы больше не пробуем.`,
    kept: 'Если возобновить передачу в течение месяца, дойдёт и то, что было за это время.',
    look: 'Посмотреть, что случилось:',
    off: 'Если ты не хочешь получать письма, отключи их на странице своей учётной записи.',
  },
};

/** That another system is told no more, on its way to somebody who answers for the cohort. */
export interface Stopped {
  email: string;
  locale: Locale;
  receiver: string;
  cohort: string;
}

export function stoppedLetter(told: Stopped, publicUrl: string): Letter {
  const words = WORDS[told.locale];
  // A header is one line, whatever the name is.
  const subject = words.subject(told.receiver.replace(/\s+/g, ' '));
  const text = [
    words.text(told.receiver, told.cohort),
    words.kept,
    `${words.look} ${publicUrl}/ulevaade/teised-susteemid`,
    words.off,
  ].join('\n\n');
  return { to: told.email, subject, text: `${text}\n` };
}
