import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Account } from './account.entity';
import { Accounts } from './accounts';
import { Attempts } from './attempts';
import { InstallationService } from './installation.service';
import { MeController } from './me.controller';
import { MeService } from './me.service';
import { PostOffice } from './post-office';
import { Postman } from './postman';
import { SessionController } from './session.controller';
import { SessionsService } from './sessions.service';
import { SignInController } from './sign-in.controller';
import { SignInLinksService } from './sign-in-links.service';

@Module({
  imports: [TypeOrmModule.forFeature([Account])],
  controllers: [SessionController, SignInController, MeController],
  providers: [
    Accounts,
    Attempts,
    InstallationService,
    MeService,
    PostOffice,
    Postman,
    SessionsService,
    SignInLinksService,
  ],
  exports: [Accounts, Attempts, SessionsService, SignInLinksService],
})
export class IdentityModule {}
