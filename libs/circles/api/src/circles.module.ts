import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CohortsModule } from '@opiring/cohorts/api';
import { Circle } from './circle.entity';
import { CirclesController } from './circles.controller';
import { CirclesService } from './circles.service';
import { DeedFacts } from './deed-facts';
import { Practicum } from './practicum.entity';
import { PracticumController } from './practicum.controller';
import { PracticumService } from './practicum.service';

@Module({
  imports: [TypeOrmModule.forFeature([Circle, Practicum]), CohortsModule],
  controllers: [CirclesController, PracticumController],
  providers: [CirclesService, PracticumService, DeedFacts],
})
export class CirclesModule {}
