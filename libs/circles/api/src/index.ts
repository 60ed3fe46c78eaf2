export { CirclesModule } from './circles.module';
