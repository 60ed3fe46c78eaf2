export { cohortsRoutes } from './cohorts.routes';
