export { identityRoutes } from './identity.routes';
