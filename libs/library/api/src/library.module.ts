import { Module } from '@nestjs/common';
import { IdentityModule } from '@opiring/identity/api';
import { InterestsService } from './interests.service';
import { LibraryController } from './library.controller';
import { LibraryService } from './library.service';
import { ProgrammeController } from './programme.controller';
import { ProgrammeService } from './programme.service';

@Module({
  imports: [IdentityModule],
  controllers: [ProgrammeController, LibraryController],
  providers: [ProgrammeService, InterestsService, LibraryService],
})
export class LibraryModule {}
