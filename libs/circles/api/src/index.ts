export { canSeeCircle } from './circle.policy';
export { CirclesModule } from './circles.module';
