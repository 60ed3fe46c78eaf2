import type { ImportNote } from '@opiring/contract/programme-file';
import type { Locale } from '@opiring/contract/values';
import { refuse } from './archive-refused';
import type { Files, Programme } from './programme';
import { readProgramme } from './read';
import { readCartridge } from './read-cartridge';
import { readMoodle } from './read-moodle';

/** A programme out of whatever it was packed as, with what came in otherwise or not at all. */
export interface ReadProgramme {
  programme: Programme;
  adapted: ImportNote[];
  leftOut: ImportNote[];
  /** Files of another system's course that may stay behind, and how the report names them. */
  found?: ReadonlyMap<string, string>;
}

/** Knows the archive by what is in it; another system's texts are taken to be in `language`. */
export async function readAny(files: Files, language: Locale): Promise<ReadProgramme> {
  if (!files.has('programme.yaml')) {
    if (files.has('moodle_backup.xml')) return readMoodle(files, language);
    if (files.has('imsmanifest.xml')) return readCartridge(files, language);
    throw refuse('archive', 'is no programme of ours, no Common Cartridge and no Moodle course backup');
  }
  const { programme, leftOut } = readProgramme(files);
  return { programme, adapted: [], leftOut: leftOut.map((what) => ({ what, why: 'unknown-file' })) };
}
