import { Module } from '@nestjs/common';
import { CohortsModule } from '@opiring/cohorts/api';
import { ProgressModule } from '@opiring/progress/api';
import { Carrier } from './carrier';
import { Outward } from './outward';
import { ReceiversController } from './receivers.controller';
import { ReceiversService } from './receivers.service';
import { Seals } from './seals';
import { SystemsController } from './systems.controller';
import { SystemsService } from './systems.service';
import { TokenReading } from './token-reading';
import { TokensService } from './tokens.service';
import { V1Controller } from './v1.controller';
import { V1Service } from './v1.service';

/** What other systems read of a cohort, and what they are told. */
@Module({
  imports: [CohortsModule, ProgressModule],
  controllers: [SystemsController, ReceiversController, V1Controller],
  providers: [
    Carrier,
    Outward,
    ReceiversService,
    Seals,
    SystemsService,
    TokenReading,
    TokensService,
    V1Service,
  ],
})
export class SystemsModule {}
