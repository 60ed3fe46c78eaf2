import { IsIn } from 'class-validator';
import { PULSE_ANSWERS, type PulseAnswer } from './pulse.values';
import type { Day, LocalText } from './text';

/** POST /api/meetings/:id/pulse, once per participant within a week of the meeting; nobody can ask who gave it. */
export class AnswerPulse {
  @IsIn(PULSE_ANSWERS) answer!: PulseAnswer;
}
/** A meeting that waits for my answer. */
export interface PulseAskView {
  meetingId: string;
  title: LocalText;
  heldOn: Day;
  /** The last day of answering. */
  until: Day;
}
export interface PulseMeetingView {
  meetingId: string;
  title: LocalText;
  heldOn: Day;
  /** How many gave each answer; null where fewer than five answered. */
  totals: Record<PulseAnswer, number> | null;
}
/** GET /api/cohorts/:cohortId/pulse: meetings whose week of answering is over, oldest first. */
export interface PulseView {
  ask: PulseAskView | null;
  meetings: PulseMeetingView[];
}
export type PulseError = 'pulse-answered' | 'pulse-closed';
