export { AnnouncementStrip } from './announcement-strip';
export { CheckIn } from './check-in';
export { cohortsRoutes } from './cohorts.routes';
