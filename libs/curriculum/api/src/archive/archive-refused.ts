import { BadInput } from '@opiring/platform/api';

const MOST_TOLD = 50;

/** The archive cannot be taken in: each problem with its place, in plain words. */
export class ArchiveRefused extends BadInput {
  constructor(problems: readonly (readonly [place: string, words: string])[]) {
    const fields: Record<string, string[]> = {};
    for (const [place, words] of problems.slice(0, MOST_TOLD)) (fields[place] ??= []).push(words);
    super(fields, 'archive-refused');
  }
}

/** One problem is enough to refuse by. */
export const refuse = (place: string, words: string): ArchiveRefused => new ArchiveRefused([[place, words]]);
