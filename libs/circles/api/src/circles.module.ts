import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CohortsModule } from '@opiring/cohorts/api';
import { Circle } from './circle.entity';
import { CirclesController } from './circles.controller';
import { CirclesService } from './circles.service';
import { DeedFacts } from './deed-facts';
import { Practicum } from './practicum.entity';
import { PlanReadingController } from './plan-reading.controller';
import { PlanReadingService } from './plan-reading.service';
import { PracticumController } from './practicum.controller';
import { PracticumService } from './practicum.service';
import { PulseController } from './pulse.controller';
import { PulseService } from './pulse.service';

@Module({
  imports: [TypeOrmModule.forFeature([Circle, Practicum]), CohortsModule],
  controllers: [CirclesController, PracticumController, PlanReadingController, PulseController],
  providers: [CirclesService, PracticumService, PlanReadingService, PulseService, DeedFacts],
})
export class CirclesModule {}
