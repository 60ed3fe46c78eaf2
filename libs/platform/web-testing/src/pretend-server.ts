import {
  HttpBackend,
  HttpErrorResponse,
  type HttpEvent,
  type HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import type { EnvironmentProviders, Provider } from '@angular/core';
import { provideRouter } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import { providePlatform, withWords } from '@opiring/platform/web';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Observable, ReplaySubject, map, of, take, throwError } from 'rxjs';

/** What one asked of the server: the deed, what went with it, and the revision it stood on. */
export interface Asked {
  deed: string;
  body: unknown;
  revision: string | null;
}

/** For specs: answers `METHOD /path` as told, `{ status: 412, … }` as a refusal, and serves the product's own words. */
export class PretendServer implements HttpBackend {
  readonly asked: Asked[] = [];
  private readonly late = new Map<string, Observable<null>>();
  constructor(readonly answers: Record<string, unknown> = {}) {}

  handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    const [, words, context, file] = request.url.split('/');
    if (words === 'i18n') {
      const path = join(process.cwd(), 'libs', context ?? '', 'web/i18n', file ?? '');
      const body: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
      return (this.late.get(context ?? '') ?? of(null)).pipe(
        take(1),
        map(() => new HttpResponse({ status: 200, body })),
      );
    }
    const deed = `${request.method} ${request.url}`;
    this.asked.push({ deed, body: request.body, revision: request.headers.get('If-Match') });
    const body = this.answers[deed];
    const status = body === undefined ? 404 : statusOf(body);
    if (status >= 400)
      return throwError(() => new HttpErrorResponse({ status, error: body, url: request.url }));
    return of(new HttpResponse({ status, body }));
  }

  /** A context's words asked for from now on are under way until the returned function is called. */
  holdWords(context: string): () => void {
    const come = new ReplaySubject<null>(1);
    this.late.set(context, come);
    return () => come.next(null);
  }

  /** The writes alone: what one did, without what the page read for itself. */
  get deeds(): Asked[] {
    return this.asked.filter(({ deed }) => !deed.startsWith('GET'));
  }
}

function statusOf(body: unknown): number {
  const said = body !== null && typeof body === 'object' && 'status' in body ? body.status : 200;
  return typeof said === 'number' ? said : 200;
}

/** Everything a page of a context finds around it, with the pretended server behind. */
export function aroundPages(context: string, server: PretendServer): (EnvironmentProviders | Provider)[] {
  return [
    ...providePlatform(),
    provideTranslocoScope(context),
    provideRouter(withWords(context, [])),
    { provide: HttpBackend, useValue: server },
  ];
}
