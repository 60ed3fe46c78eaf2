import { Module } from '@nestjs/common';
import { IdentityModule } from '@opiring/identity/api';
import { InterestsService } from './interests.service';
import { LibraryController } from './library.controller';
import { LibraryService } from './library.service';
import { PageController } from './page.controller';
import { PageService } from './page.service';
import { ProgrammeController } from './programme.controller';
import { ProgrammeService } from './programme.service';

@Module({
  imports: [IdentityModule],
  controllers: [ProgrammeController, PageController, LibraryController],
  providers: [ProgrammeService, PageService, InterestsService, LibraryService],
})
export class LibraryModule {}
