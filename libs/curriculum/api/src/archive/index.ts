export { ArchiveRefused } from './archive-refused';
export type { Files, Programme, ProgrammeActivity, ProgrammeModule, ProgrammeQuestion } from './programme';
export { readProgramme } from './read';
export { Slugs } from './slugs';
export { writeProgramme } from './write';
export { unzip, zip } from './zip';
export { readAny } from './read-any';
export { writeCartridge } from './write-cartridge';
export { programmeArchive } from './programme-archive';
