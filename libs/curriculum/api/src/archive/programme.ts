import type { ProgrammeMaterial } from './materials';
import type { ActivityKind } from '@opiring/contract/curriculum';
import type { Day, LocalText } from '@opiring/contract/text';
import type { Frame, Moment } from '@opiring/contract/values';
import type { ProgrammeRule } from './release';

/** A programme as its file tells it: no ids of any database, no people. What is not said is absent. */
export interface Programme {
  title?: LocalText;
  questions: ProgrammeQuestion[];
  modules: ProgrammeModule[];
  /** What the activities' materials hold, at its path in the archive. */
  files?: Files;
}
export interface ProgrammeQuestion {
  id: string;
  strand: 'main' | 'inclusive';
  text: LocalText;
}
export interface ProgrammeModule {
  id: string;
  title: LocalText;
  purpose: LocalText;
  startsOn?: Day;
  endsOn?: Day;
  /** When it opens, in the place of its first day. */
  release?: ProgrammeRule;
  alongside?: true;
  activities: ProgrammeActivity[];
}
export interface ProgrammeActivity {
  /** Unique in the whole programme. */
  id: string;
  kind: ActivityKind;
  title: LocalText;
  instructions: LocalText;
  required?: false;
  minutes?: number;
  opensOn?: Day;
  /** When it opens, where a day alone does not say it. */
  release?: ProgrammeRule;
  link?: string;
  /** The id of a question above, with its moment; an answer's alone. */
  question?: string;
  moment?: Moment;
  /** Which of the cohort's meetings in their order, from 1; attending's alone. */
  meeting?: number;
  frame?: Frame;
  materials?: ProgrammeMaterial[];
}
/** Path to content, as in the archive; paths use `/`. */
export type Files = Map<string, Uint8Array>;
