import { bootstrapApplication } from '@angular/platform-browser';
import {
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
  provideZonelessChangeDetection,
} from '@angular/core';
import {
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withRouterConfig,
} from '@angular/router';
import { Me, providePlatform } from '@opiring/platform/web';
import { routes } from './app.routes';
import { Shell } from './shell/shell';

/** Once the page stands, the app is kept for days without a network. Where that is refused, it needs one. */
const keepApp = (): unknown => navigator.serviceWorker?.register('/sw.js').catch(() => undefined);
if (document.readyState === 'complete') keepApp();
else addEventListener('load', () => setTimeout(keepApp, 1500), { once: true });

// The reading face is the largest file of all: asked for with the scripts, it would hold them back on a slow line.
document.fonts.load('1em "Literata Variable"').catch(() => undefined);

void bootstrapApplication(Shell, {
  providers: [
    provideZonelessChangeDetection(),
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    // Before the words are asked for, so that who one is comes with them.
    provideAppInitializer(() => inject(Me).begin()),
    providePlatform(),
    // A browser's first look at what it knows of languages takes tens of milliseconds: taken while the first answers are on their way.
    provideAppInitializer(() => void new Intl.DateTimeFormat('et', { timeZone: 'Europe/Tallinn' })),
  ],
});
