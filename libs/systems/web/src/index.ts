export { systemsRoutes } from './systems.routes';
