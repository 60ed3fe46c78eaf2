export { Carrier } from './carrier';
export { Outward } from './outward';
export { SystemsModule } from './systems.module';
