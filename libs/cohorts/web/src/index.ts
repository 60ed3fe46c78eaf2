export { AnnouncementStrip } from './announcement-strip';
export { cohortsRoutes } from './cohorts.routes';
