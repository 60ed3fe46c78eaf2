import {
  HttpBackend,
  type HttpEvent,
  HttpErrorResponse,
  type HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { provideRouter } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { providePlatform, withWords } from '@opiring/platform/web';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Observable, of, throwError } from 'rxjs';

/** For specs: what the server would say to each `METHOD /path`, with the product's own words from the files. */
export class PretendServer implements HttpBackend {
  readonly asked: string[] = [];
  constructor(private readonly answers: Readonly<Record<string, unknown>> = {}) {}

  handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    const [, words, context, file] = request.url.split('/');
    if (words === 'i18n') {
      const path = join(process.cwd(), 'libs', context ?? '', 'web/i18n', file ?? '');
      const body: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
      return of(new HttpResponse({ status: 200, body }));
    }
    const deed = `${request.method} ${request.url}`;
    this.asked.push(deed);
    if (!(deed in this.answers))
      return throwError(() => new HttpErrorResponse({ status: 404, url: request.url }));
    return of(new HttpResponse({ status: 200, body: this.answers[deed] }));
  }
}

/** Everything a page of this context finds around it, with the pretended server behind. */
export function aroundPages(server: PretendServer): (EnvironmentProviders | Provider)[] {
  return [
    ...providePlatform(),
    provideTranslocoScope('progress'),
    provideRouter(withWords('progress', [])),
    { provide: HttpBackend, useValue: server },
  ];
}
