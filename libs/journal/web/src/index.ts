export { EntriesPage } from './entries-page';
export { JournalClient } from './journal-client';
export { journalRoutes } from './journal.routes';
export { OccasionWords } from './occasion-words';
export { PassagePicker } from './passage-picker';
export { type Passage, placedIn } from './passages';
export { personWords } from './person-words';
export { Versions } from './versions';
export { WaitingDrafts } from './waiting-drafts';
