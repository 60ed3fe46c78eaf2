import type { Routes } from '@angular/router';
import { signedIn, withWords } from '@opiring/platform/web';

export const identityRoutes: Routes = withWords('identity', [
  {
    path: 'sisene',
    pathMatch: 'full',
    title: 'identity.signIn.title',
    data: { chrome: 'none' },
    loadComponent: () => import('./sign-in-page').then((m) => m.SignInPage),
  },
  {
    path: 'sisene/link',
    title: 'identity.link.title',
    data: { chrome: 'none' },
    loadComponent: () => import('./link-page').then((m) => m.LinkPage),
  },
  {
    path: 'seansid',
    title: 'identity.account.title',
    canActivate: [signedIn],
    loadComponent: () => import('./account-page').then((m) => m.AccountPage),
  },
  {
    path: 'andmekaitse',
    title: 'identity.privacy.title',
    loadComponent: () => import('./privacy-page').then((m) => m.PrivacyPage),
  },
]);
