export { canSeeArc } from './arc.policy';
export { Arcs } from './arcs';
export { canNoteEntry } from './entry.policy';
export { type Answer, type EntryStanding, Journal } from './journal';
export { JournalModule } from './journal.module';
export { type GivenAway, type OwnPage, OwnPages } from './own-pages';
