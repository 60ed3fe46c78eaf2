import type { ActivityKind } from '@opiring/contract/curriculum';
import type { Day, LocalText } from '@opiring/contract/text';
import type { Frame, Moment } from '@opiring/contract/values';

/** A programme as its file tells it: no ids of any database, no people. What is not said is absent. */
export interface Programme {
  title?: LocalText;
  questions: ProgrammeQuestion[];
  modules: ProgrammeModule[];
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
  link?: string;
  /** The id of a question above, with its moment; an answer's alone. */
  question?: string;
  moment?: Moment;
  /** Which of the cohort's meetings in their order, from 1; attending's alone. */
  meeting?: number;
  frame?: Frame;
}
/** Path to content, as in the archive; paths use `/`. */
export type Files = Map<string, Uint8Array>;
