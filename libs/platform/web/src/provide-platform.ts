import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import { type EnvironmentProviders, type Provider, inject, provideAppInitializer } from '@angular/core';
import { TitleStrategy } from '@angular/router';
import {
  TRANSLOCO_LOADER,
  TranslocoService,
  provideTransloco,
  provideTranslocoTranspiler,
} from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { askedAhead } from './ahead';
import { Language } from './language';
import { LOCALES } from './locales';
import { MessageFormat } from './message-format';
import { problems } from './problem-interceptor';
import { Theme } from './theme';
import { WordTitle } from './title';
import { WordLoader } from './word-loader';

/** Everything a page may count on: requests, words, language, theme, titles. */
export function providePlatform(): (EnvironmentProviders | Provider)[] {
  return [
    provideHttpClient(withFetch(), withInterceptors([askedAhead, problems])),
    provideTransloco({
      config: { availableLangs: [...LOCALES], defaultLang: 'et', reRenderOnLangChange: true, prodMode: true },
    }),
    { provide: TRANSLOCO_LOADER, useExisting: WordLoader },
    provideTranslocoTranspiler(MessageFormat),
    { provide: TitleStrategy, useExisting: WordTitle },
    provideAppInitializer(() => {
      inject(Theme).start();
      inject(Language).start();
      const words = inject(TranslocoService);
      return firstValueFrom(words.load(words.getActiveLang()));
    }),
  ];
}
