import type { Files, Programme } from './programme';
import { readProgramme } from './read';
import { writeProgramme } from './write';
import { zip } from './zip';

/** A programme as files and as one archive, for those outside who keep programmes. */
export const programmeArchive = {
  read: (files: Files): Programme => readProgramme(files).programme,
  pack: (programme: Programme): Buffer => zip(writeProgramme(programme)),
};
