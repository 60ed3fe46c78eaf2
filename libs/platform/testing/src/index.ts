export { type AroundProgramme, aroundProgramme } from './around-programme';
export { aCast, type Actor, type Cast, Voice } from './cast';
export { Ear, type Heard } from './ear';
export { Peer, type ToldPeer } from './peer';
export { aDocx, aJpeg, anMp3, anOdf, aPdf, aPhoto, aPng, aWebp } from './files';
export { flat, ReadPdf } from './read-pdf';
export { statementsOf } from './statements';
export { testApp, type AppOptions, type TestApp } from './test-app';
export { testDatabase, type TestDatabase } from './test-database';
export {
  dayFromNow,
  World,
  type WorldAccount,
  type WorldActivity,
  type WorldCohort,
  type WorldMember,
} from './world';
