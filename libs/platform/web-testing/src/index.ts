export { type Asked, aroundPages, PretendServer } from './pretend-server';
