import { Module } from '@nestjs/common';
import { CurriculumModule } from '@opiring/curriculum/api';
import { IdentityModule } from '@opiring/identity/api';
import { InterestsService } from './interests.service';
import { LibraryController } from './library.controller';
import { LibraryService } from './library.service';
import { PageController } from './page.controller';
import { PageService } from './page.service';
import { ProgrammeController } from './programme.controller';
import { ProgrammeService } from './programme.service';

@Module({
  imports: [IdentityModule, CurriculumModule],
  controllers: [ProgrammeController, PageController, LibraryController],
  providers: [ProgrammeService, PageService, InterestsService, LibraryService],
})
export class LibraryModule {}
