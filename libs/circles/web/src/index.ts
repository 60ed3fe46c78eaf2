export { circlesRoutes } from './circles.routes';
