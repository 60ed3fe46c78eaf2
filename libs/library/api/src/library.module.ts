import { Module } from '@nestjs/common';
import { CurriculumModule } from '@opiring/curriculum/api';
import { IdentityModule } from '@opiring/identity/api';
import { ConsentsController } from './consents.controller';
import { ConsentsService } from './consents.service';
import { InterestsService } from './interests.service';
import { LibraryController } from './library.controller';
import { LibraryService } from './library.service';
import { LogosController } from './logos.controller';
import { PageController } from './page.controller';
import { PageService } from './page.service';
import { ProgrammeController } from './programme.controller';
import { ProgrammeService } from './programme.service';
import { ProgrammeFiles } from './programme-files.service';
import { ResourceFilesController } from './resource-files.controller';
import { ShelfController } from './shelf.controller';
import { ShelfService } from './shelf.service';

@Module({
  imports: [IdentityModule, CurriculumModule],
  controllers: [
    ProgrammeController,
    PageController,
    LogosController,
    ResourceFilesController,
    LibraryController,
    ShelfController,
    ConsentsController,
  ],
  providers: [
    ProgrammeService,
    PageService,
    ProgrammeFiles,
    InterestsService,
    LibraryService,
    ShelfService,
    ConsentsService,
  ],
})
export class LibraryModule {}
