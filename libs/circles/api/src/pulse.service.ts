import { Injectable } from '@nestjs/common';
import type { AnswerPulse, PulseMeetingView, PulseView } from '@opiring/contract/pulse';
import { PULSE_ANSWERS } from '@opiring/contract/pulse.values';
import { type Caller, NotAllowed, NotFound, type Tx, Work } from '@opiring/platform/api';
import { PulseAnswered, PulseClosed } from './circles.errors';
import { canAnswerPulse, seesPulse } from './pulse.policy';
import {
  ANSWER_PULSE,
  COHORT_OF_MEETING,
  PULSE,
  PULSE_ASK,
  type PulseAskRow,
  type PulseOutcome,
  type PulseRow,
} from './pulse.queries';

/** Asks after each meeting how safe it was to speak, and shows what was said once it can be nobody's. */
@Injectable()
export class PulseService {
  constructor(private readonly work: Work) {}

  pulse(caller: Caller, cohortId: string): Promise<PulseView> {
    return this.work.read(caller, async (tx) => {
      if (!seesPulse(tx.viewer.inCohort(cohortId))) throw new NotFound();
      const rows = await tx.manager.query<PulseRow[]>(PULSE, [cohortId]);
      return { ask: await this.ask(tx, cohortId), meetings: rows.map(meetingView) };
    });
  }

  answer(caller: Caller, meetingId: string, { answer }: AnswerPulse): Promise<void> {
    return this.work.write(caller, async (tx) => {
      const [meeting] = await tx.manager.query<{ cohortId: string }[]>(COHORT_OF_MEETING, [meetingId]);
      const seats = meeting ? tx.viewer.inCohort(meeting.cohortId) : [];
      if (!seesPulse(seats)) throw new NotFound();
      if (!canAnswerPulse(seats)) throw new NotAllowed('The pulse is answered by those who take part.');
      const [given] = await tx.manager.query<{ outcome: PulseOutcome }[]>(ANSWER_PULSE, [meetingId, answer]);
      if (given?.outcome === 'already') throw new PulseAnswered();
      if (given?.outcome !== 'taken') throw new PulseClosed();
    });
  }

  private async ask(tx: Tx, cohortId: string): Promise<PulseAskRow | null> {
    const me = tx.viewer.as('participant', cohortId);
    if (!me) return null;
    const [waiting] = await tx.manager.query<PulseAskRow[]>(PULSE_ASK, [cohortId, me.id]);
    return waiting ?? null;
  }
}

function meetingView({ totals, ...meeting }: PulseRow): PulseMeetingView {
  if (!totals) return { ...meeting, totals: null };
  const [fully, mostly, little, not] = PULSE_ANSWERS.map((answer) => totals[answer] ?? 0);
  return {
    ...meeting,
    totals: { fully: fully ?? 0, mostly: mostly ?? 0, little: little ?? 0, not: not ?? 0 },
  };
}
