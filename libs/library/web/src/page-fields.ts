import type { ChangePage, PageView } from '@opiring/contract/library';
import type { LocalText } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';

/** The page's texts in the order they stand on it. */
export const TEXTS = [
  'lead',
  'what',
  'forWhom',
  'when',
  'howOneLearns',
  'approach',
  'inclusive',
  'organiser',
  'plan',
] as const;
export type TextName = (typeof TEXTS)[number];

export interface PartnerFields {
  /** Null before the first save. */
  id: string | null;
  name: string;
  part: LocalText;
  url: string;
  /** What the logo shows. */
  alt: LocalText;
}

/** What the form holds while somebody writes. */
export interface PageFields {
  title: LocalText;
  texts: Record<TextName, LocalText>;
  effects: LocalText[];
  planUrl: string;
  partners: PartnerFields[];
  questions: { id: string; version: number; text: LocalText }[];
}

export function fieldsOf(page: PageView): PageFields {
  return {
    title: { ...page.title },
    texts: Object.fromEntries(TEXTS.map((name) => [name, { ...page.texts[name] }])) as PageFields['texts'],
    effects: page.texts.effects.map((text) => ({ ...text })),
    planUrl: page.texts.planUrl ?? '',
    partners: page.partners.map(({ id, name, part, url, logo }) => ({
      id,
      name,
      part: { ...part },
      url: url ?? '',
      alt: { ...logo?.alt },
    })),
    questions: [...page.questions, ...page.inclusiveQuestions].map(({ id, version, text }) => ({
      id,
      version,
      text: { ...text },
    })),
  };
}

const isBlank = (text: LocalText): boolean => !Object.values(text).some((said) => said?.trim());

/** The body of a change: lines nobody filled are left out, and of the questions those go that have new words. */
export function bodyOf(fields: PageFields, page: PageView): ChangePage {
  const asked = fieldsOf(page).questions;
  const questions = fields.questions.filter(
    ({ id, text }) =>
      JSON.stringify(text) !== JSON.stringify(asked.find((question) => question.id === id)?.text),
  );
  return {
    title: fields.title,
    ...fields.texts,
    effects: fields.effects.filter((text) => !isBlank(text)),
    planUrl: fields.planUrl.trim() || null,
    ...(page.can.reword && questions.length && { questions }),
    partners: fields.partners
      .filter(({ name }) => name.trim())
      .map(({ id, name, part, url, alt }) => ({
        ...(id && { id }),
        name: name.trim(),
        part,
        url: url.trim() || null,
        alt,
      })),
  };
}

/** What has words in some language but none in this one, by the names of our words; nothing is asked of what is empty everywhere. */
export function missingIn(fields: PageFields, locale: Locale): string[] {
  const lacks = (text: LocalText): boolean => !isBlank(text) && !text[locale]?.trim();
  const missing: string[] = TEXTS.filter((name) => lacks(fields.texts[name]));
  if (lacks(fields.title)) missing.unshift('title');
  if (fields.effects.some(lacks)) missing.push('effects');
  if (fields.partners.some(({ part }) => lacks(part))) missing.push('partners');
  if (fields.questions.some(({ text }) => lacks(text))) missing.push('questions');
  return missing;
}
