export { circlesRoutes } from './circles.routes';
export { PulseAsk } from './pulse-ask';
export { PulseChart } from './pulse-chart';
