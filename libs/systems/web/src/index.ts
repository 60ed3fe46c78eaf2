export { StoppedNotice } from './stopped-notice';
export { systemsRoutes } from './systems.routes';
