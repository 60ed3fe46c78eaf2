import type { ImportNote } from '@opiring/contract/programme-file';
import type { Locale } from '@opiring/contract/values';
import type { Files, Programme } from './programme';
import { readProgramme } from './read';
import { readCartridge } from './read-cartridge';

/** A programme out of whatever it was packed as, with what came in otherwise or not at all. */
export interface ReadProgramme {
  programme: Programme;
  adapted: ImportNote[];
  leftOut: ImportNote[];
}

/** Knows the archive by what is in it; another system's texts are taken to be in `language`. */
export function readAny(files: Files, language: Locale): ReadProgramme {
  if (files.has('imsmanifest.xml') && !files.has('programme.yaml')) return readCartridge(files, language);
  const { programme, leftOut } = readProgramme(files);
  return { programme, adapted: [], leftOut: leftOut.map((what) => ({ what, why: 'unknown-file' })) };
}
