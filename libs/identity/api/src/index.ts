export { Accounts } from './accounts';
export { Attempts } from './attempts';
export { IdentityModule } from './identity.module';
export { SessionsService } from './sessions.service';
export { SignInLinksService } from './sign-in-links.service';
