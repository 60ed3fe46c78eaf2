import { Module as NestModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CohortsModule } from '@opiring/cohorts/api';
import { ActivitiesController } from './activities.controller';
import { ActivitiesService } from './activities.service';
import { ActivityListsService } from './activity-lists.service';
import { ActivityFact } from './activity-fact.entity';
import { ActivityFacts } from './activity-facts';
import { Activity } from './activity.entity';
import { AgreedException, AgreedExceptionChange } from './agreed-exception.entity';
import { Curriculum } from './curriculum';
import { CurriculumController } from './curriculum.controller';
import { CurriculumService } from './curriculum.service';
import { DraftStepsController } from './draft-steps.controller';
import { DraftStepsService } from './draft-steps.service';
import { Edition } from './edition.entity';
import { EditionsController } from './editions.controller';
import { EditionsService } from './editions.service';
import { ExceptionsController } from './exceptions.controller';
import { ExceptionsService } from './exceptions.service';
import { GuidingQuestion, GuidingQuestionVersion } from './guiding-question.entity';
import { MaterialReading } from './materials/material-reading.service';
import { MaterialsController } from './materials/materials.controller';
import { MaterialsService } from './materials/materials.service';
import { Module } from './module.entity';
import { ModulesController } from './modules.controller';
import { ModulesService } from './modules.service';
import { OwnWordService } from './own-word.service';
import { ProgrammeFileController } from './programme-file.controller';
import { ProgrammeFileService } from './programme-file.service';
import { ComparisonController } from './reuse/comparison.controller';
import { ComparisonService } from './reuse/comparison.service';
import { CopiesController } from './reuse/copies.controller';
import { CopiesService } from './reuse/copies.service';
import { ReleaseCheck } from './release/release-check';
import { QuestionsController } from './questions.controller';
import { QuestionsService } from './questions.service';

const entities = [
  AgreedException,
  AgreedExceptionChange,
  Activity,
  ActivityFact,
  Edition,
  GuidingQuestion,
  GuidingQuestionVersion,
  Module,
];

@NestModule({
  imports: [CohortsModule, TypeOrmModule.forFeature(entities)],
  controllers: [
    CurriculumController,
    EditionsController,
    ModulesController,
    ActivitiesController,
    DraftStepsController,
    QuestionsController,
    ProgrammeFileController,
    MaterialsController,
    CopiesController,
    ComparisonController,
    ExceptionsController,
  ],
  providers: [
    ActivityFacts,
    Curriculum,
    CurriculumService,
    EditionsService,
    ModulesService,
    ActivitiesService,
    ActivityListsService,
    DraftStepsService,
    OwnWordService,
    QuestionsService,
    ReleaseCheck,
    ProgrammeFileService,
    MaterialReading,
    MaterialsService,
    CopiesService,
    ComparisonService,
    ExceptionsService,
  ],
  exports: [ActivityFacts, Curriculum],
})
export class CurriculumModule {}
