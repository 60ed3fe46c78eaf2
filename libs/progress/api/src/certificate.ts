import type { CertificateView } from '@opiring/contract/progress';
import { attended, type FoldDay, type MemberFacts } from './facts';

/** A share of a whole number is never asked to be exact in binary: 0.1 × 30 must not ask for four. */
function neededOf(share: number, total: number): number {
  return Math.ceil(share * total - 1e-9);
}

/** The certificate from facts alone, with its reasons (rule 12). */
export function certificateOf(
  day: FoldDay,
  facts: Pick<MemberFacts, 'attendance' | 'practicum' | 'circles'>,
): CertificateView {
  let came = 0;
  let held = 0;
  let total = 0;
  day.meetings.forEach((meeting, index) => {
    if (meeting.state === 'cancelled') return;
    total++;
    if (meeting.state === 'held') held++;
    if (attended(facts.attendance[index])) came++;
  });
  const needed = neededOf(day.rule.attendanceShare, total);
  const attendanceMet = total > 0 && came >= needed;
  const practicumMet = !day.rule.practicum || facts.practicum.confirmed >= 2;
  const circleMet = !day.rule.communityCircle || facts.circles.held > 0;
  const over = day.today > day.endsOn || (total > 0 && held === total);
  const met = attendanceMet && practicumMet && circleMet;
  return {
    state: met ? 'certificate' : over ? 'statement' : 'open',
    reasons: {
      attendance: { attended: came, held, total, needed, met: attendanceMet },
      practicum: { confirmed: facts.practicum.confirmed, heldOn: facts.practicum.heldOn, met: practicumMet },
      circle: { held: facts.circles.held, lastOn: facts.circles.lastOn, met: circleMet },
    },
  };
}
