export { Accounts } from './accounts';
export { Attempts } from './attempts';
export { IdentityModule } from './identity.module';
export { Postman } from './postman';
export { SessionsService } from './sessions.service';
export { SignInLinksService } from './sign-in-links.service';
