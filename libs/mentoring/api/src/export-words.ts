import type { LocalText } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';

interface Words {
  journal: string;
  exported: string;
  moved: string;
  conversation: string;
  onlyMine: string;
  untitled: string;
  done: string;
  draft: string;
  moments: Record<string, string>;
  kinds: Record<string, string>;
}

const WORDS: Record<Locale, Words> = {
  et: {
    journal: 'Minu mõtisklused',
    exported: 'Välja võetud',
    moved: 'Mis on muutunud?',
    conversation: 'Vestlus',
    onlyMine: 'Ainult mulle',
    untitled: 'Pealkirjata',
    done: 'valmis',
    draft: 'pooleli',
    moments: { start: 'alguses', middle: 'keskel', end: 'lõpus' },
    kinds: { noticing: 'Märkan', wondering: 'Mõtlen kaasa', asking: 'Küsin', offering: 'Pakun' },
  },
  en: {
    journal: 'My reflections',
    exported: 'Taken out',
    moved: 'What has moved?',
    conversation: 'Conversation',
    onlyMine: 'Only mine',
    untitled: 'Untitled',
    done: 'finished',
    draft: 'unfinished',
    moments: { start: 'at the start', middle: 'in the middle', end: 'at the end' },
    kinds: { noticing: 'I notice', wondering: 'I wonder along', asking: 'I ask', offering: 'I offer' },
  },
  ru: {
    journal: 'Мои размышления',
    exported: 'Выгружено',
    moved: 'Что изменилось?',
    conversation: 'Разговор',
    onlyMine: 'Только для меня',
    untitled: 'Без названия',
    done: 'готово',
    draft: 'не закончено',
    moments: { start: 'в начале', middle: 'в середине', end: 'в конце' },
    kinds: { noticing: 'Замечаю', wondering: 'Думаю вместе', asking: 'Спрашиваю', offering: 'Предлагаю' },
  },
};

export const wordsIn = (locale: Locale): Words => WORDS[locale];

/** An organizer's text in the reader's language, or in the one there is. */
export const textIn = (text: LocalText, locale: Locale): string =>
  text[locale] ?? text.et ?? text.en ?? text.ru ?? '';

/** A day as the reader's language writes it. */
export const dayIn = (instant: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'Europe/Tallinn' }).format(
    new Date(instant),
  );
