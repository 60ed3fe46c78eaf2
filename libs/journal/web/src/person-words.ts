import type { PersonView } from '@opiring/contract/cohorts';

/** Estonian names that do not take a plain -i in the genitive. */
const genitives: Readonly<Record<string, string>> = {
  Ants: 'Antsu',
  Rein: 'Reinu',
  Triin: 'Triinu',
  Andres: 'Andrese',
  Mihkel: 'Mihkli',
  Priit: 'Priidu',
  Peeter: 'Peetri',
  Mart: 'Mardi',
  Märt: 'Märdi',
  Urmas: 'Urmase',
  Toomas: 'Toomase',
  Kalev: 'Kalevi',
  Rait: 'Raidu',
  Piret: 'Pireti',
  Indrek: 'Indreku',
  Margus: 'Marguse',
  Marek: 'Mareku',
  Tiit: 'Tiidu',
  Gert: 'Gerdi',
  Kadri: 'Kadri',
};

export const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? '';

/** An Estonian first name's genitive, to which -ga, -le and the rest are added: Helve → Helve(ga), Rein → Reinu(ga). */
export function genitive(name: string): string {
  const first = firstName(name);
  return genitives[first] ?? (/[aeiouõäöüy]$/i.test(first) ? first : `${first}i`);
}

/** What a sentence may need of a person, whatever its language, and how their seat is drawn. */
export const personWords = ({ name, role }: Pick<PersonView, 'name' | 'role'>) => ({
  name,
  first: firstName(name),
  of: genitive(name),
  seat:
    role === 'participant' ? ('leader' as const) : role === 'mentor' ? ('mentor' as const) : ('org' as const),
});
