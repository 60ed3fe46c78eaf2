export { journalRoutes } from './journal.routes';
