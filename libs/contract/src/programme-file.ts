import { IsIn, IsOptional } from 'class-validator';
import type { FileRefusal } from './materials';
import type { ReleaseRule, RuleNames } from './release.values';
import type { LocalText } from './text';

/** POST /api/cohorts/:cohortId/curriculum/import, the body being the archive itself. */
export class ImportProgramme {
  /** Only tell what would be taken. */
  @IsOptional() @IsIn(['1']) check?: '1';
  /** Put this in the place of the draft that is there. */
  @IsOptional() @IsIn(['1']) replace?: '1';
}
/** Why a thing came in otherwise than it stands in the file, or not at all. */
export type ImportReason =
  | 'unknown-file'
  | 'question-worded-otherwise'
  | 'test-as-survey'
  | 'forum-as-talk'
  | 'label-as-text'
  | 'book-as-one'
  | 'flattened'
  | 'shortened'
  | 'was-hidden'
  | 'conditions-left-out'
  | 'no-address'
  | 'nothing-behind'
  | 'empty-section'
  | 'unknown-kind'
  | 'nothing-shows-it'
  | 'file-of-section'
  | 'file-missing'
  | 'too-many-files'
  | FileRefusal;
export interface ImportNote {
  /** The file, or the name of the thing in it. */
  what: string;
  why: ImportReason;
}
/** What was taken, or with `check` what would be. Problems come as problem+json: place by place in `fields`. */
export interface ProgrammeImportView {
  applied: boolean;
  modules: number;
  activities: number;
  /** Of modules and activities together. What was done with the retired stays done (rule 10). */
  added: number;
  kept: number;
  retired: number;
  adapted: ImportNote[];
  leftOut: ImportNote[];
  /** When things open, in the file's order; ids are the names that `around` tells. */
  rules: ImportedRule[];
  around: RuleNames;
}
export interface ImportedRule {
  what: 'module' | 'activity';
  title: LocalText;
  release: ReleaseRule;
}
export type ProgrammeFileError = 'archive-refused' | 'draft-not-empty';
