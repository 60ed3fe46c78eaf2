import type { CertificateKind } from '@opiring/contract/certificates';
import type { CertificateView } from '@opiring/contract/progress';
import type { Day, LocalText } from '@opiring/contract/text';
import type { Locale } from '@opiring/contract/values';
import type { OpenTx } from '@opiring/platform/api';
import type { HeadRow } from './matrix.queries';
import type { MemberRow } from './member-facts';
import { PAPER_PARTNERS, type PaperPartner } from './paper-logos';

/** What a paper says, taken down on the day it is issued and never changed after. */
export interface CertificateContent {
  kind: CertificateKind;
  issuedOn: Day;
  language: Locale;
  holder: { name: string; municipality: string; seat: number };
  programme: { id: string; title: LocalText; plan: LocalText };
  cohort: { name: string; startsOn: Day; endsOn: Day };
  hours: { meetings: number; own: number } | null;
  facts: { attended: number; meetings: number; practicumOn: Day | null; circles: number };
  issuer: LocalText;
  partners: PaperPartner[];
  signedBy: string;
}

/** The programme's own words, and who stands behind it. */
export interface ProgrammeWords {
  id: string;
  slug: string;
  language: Locale;
  plan: LocalText | null;
  organiser: LocalText | null;
  partners: PaperPartner[];
}

/** $1 the cohort */
const WORDS = `SELECT p.id, p.slug, p.language, p.texts -> 'plan' AS plan, p.texts -> 'organiser' AS organiser,
    ${PAPER_PARTNERS} AS partners
  FROM cohorts c JOIN programmes p ON p.id = c.programme_id WHERE c.id = $1`;

export async function programmeWords(tx: OpenTx, cohortId: string): Promise<ProgrammeWords | undefined> {
  const [words] = await tx.manager.query<ProgrammeWords[]>(WORDS, [cohortId]);
  return words;
}

/** What is the same on every paper of one issuing. */
export interface Occasion {
  readonly head: HeadRow;
  readonly words: ProgrammeWords;
  readonly today: Day;
  readonly signedBy: string;
}

export function contentOf(
  { head, words, today, signedBy }: Occasion,
  member: MemberRow,
  { reasons }: CertificateView,
  kind: CertificateKind,
): CertificateContent {
  const given = kind === 'certificate';
  const [first] = words.partners;
  return {
    kind,
    issuedOn: today,
    language: words.language,
    holder: { name: member.name, municipality: member.municipality, seat: member.seat },
    programme: { id: words.id, title: head.programmeTitle, plan: words.plan ?? {} },
    cohort: { name: head.name, startsOn: head.startsOn, endsOn: head.endsOn },
    // Hours are the whole way's: a statement of taking part does not claim them.
    hours: given ? (head.rule.hours ?? null) : null,
    facts: {
      attended: reasons.attendance.attended,
      meetings: reasons.attendance.total,
      practicumOn: reasons.practicum.confirmed >= 2 ? reasons.practicum.heldOn : null,
      circles: reasons.circle.held,
    },
    issuer: words.organiser ?? (first ? { [words.language]: first.name } : head.programmeTitle),
    partners: words.partners,
    signedBy,
  };
}
