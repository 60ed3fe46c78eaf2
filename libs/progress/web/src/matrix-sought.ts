import type { ProgressMatrixView, ProgressState } from '@opiring/contract/progress';
import { STATES } from './matrix-words';

type Member = ProgressMatrixView['members'][number];

/** Whom one looks for in the matrix. Empty words and null ask for nothing. */
export interface Sought {
  readonly words: string;
  readonly mentor: string;
  readonly state: ProgressState | '';
  readonly call: boolean;
}
export const NOTHING: Sought = { words: '', mentor: '', state: '', call: false };
export const isNarrow = ({ words, mentor, state, call }: Sought): boolean =>
  words.trim() !== '' || mentor !== '' || state !== '' || call;

/** As an address says it: `otsi`, `mentor`, `seisund`, `helista`. */
export function soughtIn(
  address: Record<'otsi' | 'mentor' | 'seisund' | 'helista', string | undefined>,
): Sought {
  const state = STATES.find((each) => each === address.seisund) ?? '';
  return { words: address.otsi ?? '', mentor: address.mentor ?? '', state, call: address.helista === '1' };
}
export const addressOf = ({ words, mentor, state, call }: Sought): Record<string, string | null> => ({
  otsi: words.trim() || null,
  mentor: mentor || null,
  seisund: state || null,
  helista: call ? '1' : null,
});

/** Õ is found by o, Š by s: people type what their keyboard has. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('et');

/** Whether a state is asked of the module the cohort is in, and of which one; after the end, of the last of the band. */
export function askedModule(modules: ProgressMatrixView['modules']): number {
  const current = modules.findIndex((module) => module.current);
  return current >= 0 ? current : modules.findLastIndex(({ alongside }) => !alongside);
}

/** The members one looks for, in seat order as they came. `called` are those who could use a call. */
export function found(
  members: readonly Member[],
  { words, mentor, state, call }: Sought,
  stateOf: (member: Member) => ProgressState | undefined,
  called: ReadonlySet<string>,
): readonly Member[] {
  const parts = plain(words).split(/\s+/).filter(Boolean);
  if (parts.length === 0 && !mentor && !state && !call) return members;
  return members.filter((member) => {
    if (mentor && member.mentorId !== (mentor === '-' ? null : mentor)) return false;
    if (state && stateOf(member) !== state) return false;
    if (call && !called.has(member.membershipId)) return false;
    const said = parts.length > 0 ? plain(`${member.name} ${member.municipality}`) : '';
    return parts.every((part) => said.includes(part));
  });
}
