import type { LocalText } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';
import type { CertificateContent } from './certificate-content';

/** The languages a paper is printed in. */
export type PaperLanguage = 'et' | 'en';

/** A text with the language it is really in, so that a screen reader speaks it rightly. */
export interface Said {
  text: string;
  lang: Locale;
}

/** The text in the paper's language, or in the one it was written in. */
export function said(text: LocalText, lang: PaperLanguage, written: Locale): Said {
  for (const each of [lang, written, 'et', 'en', 'ru'] as const) {
    const found = text[each];
    if (found) return { text: found, lang: each };
  }
  return { text: '', lang };
}

const day = (of: string, lang: PaperLanguage): string =>
  new Intl.DateTimeFormat(lang === 'et' ? 'et-EE' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${of}T00:00:00Z`),
  );

const ET = {
  certificate: 'Tunnistus',
  statement: 'Tõend',
  revoked: 'Tagasi võetud. See dokument ei kehti.',
  replaced: 'Asendatud uuema väljaandega. See dokument enam ei kehti.',
  given: (kind: CertificateContent['kind']): string =>
    kind === 'certificate' ? 'Läbis programmi' : 'Võttis osa programmist',
  meetings: (n: number) => (n === 1 ? 'osales ühel kohtumisel' : `osales ${n} kohtumisel`),
  practicum: 'pidas õpipartneriga praktikumi',
  circles: (n: number) => (n === 1 ? 'pidas kodukohas dialoogiringi' : `pidas kodukohas ${n} dialoogiringi`),
  hours: (all: number, together: number, own: number) =>
    `Maht on ${all} akadeemilist tundi: ${together} kohtumistel ja ${own} iseseisvalt.`,
  number: 'Number',
  issued: 'Välja antud',
  signed: 'Programmijuht',
  partners: 'Programmi taga on',
  check: 'Ehtsust saab kontrollida aadressil',
  version: 'versioon',
};
const EN: typeof ET = {
  certificate: 'Certificate',
  statement: 'Statement of participation',
  revoked: 'Revoked. This document is not valid.',
  replaced: 'Replaced by a newer version. This document is no longer valid.',
  given: (kind) => (kind === 'certificate' ? 'Completed the programme' : 'Took part in the programme'),
  meetings: (n) => (n === 1 ? 'took part in one meeting' : `took part in ${n} meetings`),
  practicum: 'held a practicum with a learning partner',
  circles: (n) => (n === 1 ? 'held a dialogue circle at home' : `held ${n} dialogue circles at home`),
  hours: (all, together, own) =>
    `${all} academic hours: ${together} in meetings and ${own} of independent work.`,
  number: 'Number',
  issued: 'Issued',
  signed: 'Program leader',
  partners: 'Behind the programme',
  check: 'Its authenticity can be checked at',
  version: 'version',
};

/** Who stands behind the programme, each once; nothing where nobody is named. */
export function behind(partners: readonly { name: string }[], lang: PaperLanguage): string {
  const names = [...new Set(partners.map(({ name }) => name))].join(' · ');
  return names && `${(lang === 'et' ? ET : EN).partners}: ${names}`;
}

/** Everything a paper says in one language, in the order it is read. */
export function paperWords(content: CertificateContent, lang: PaperLanguage) {
  const words = lang === 'et' ? ET : EN;
  const { attended, practicumOn, circles } = content.facts;
  const deeds = [
    ...(attended > 0 ? [words.meetings(attended)] : []),
    ...(practicumOn ? [words.practicum] : []),
    ...(circles > 0 ? [words.circles(circles)] : []),
  ];
  const told = new Intl.ListFormat(lang, { type: 'conjunction' }).format(deeds);
  const { hours } = content;
  return {
    ...words,
    title: words[content.kind],
    givenTo: words.given(content.kind),
    deeds: told && `${told[0]?.toUpperCase() ?? ''}${told.slice(1)}.`,
    hoursSaid: hours && words.hours(hours.meetings + hours.own, hours.meetings, hours.own),
    from: `${day(content.cohort.startsOn, lang)} – ${day(content.cohort.endsOn, lang)}`,
    issuedOn: day(content.issuedOn, lang),
  };
}
