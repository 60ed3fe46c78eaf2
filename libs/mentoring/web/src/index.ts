export { mentoringRoutes } from './mentoring.routes';
