import { HttpClient, type HttpEvent, type HttpInterceptorFn, HttpRequest } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { ActivatedRouteSnapshot, Data } from '@angular/router';
import { type Observable, ReplaySubject } from 'rxjs';
import { Me } from './me';

/** Milliseconds after which an answer nobody took is asked for anew. */
const FRESH = 10_000;

interface Asked {
  readonly at: number;
  readonly answer: Observable<HttpEvent<unknown>>;
}

/** What a page will ask first, asked while its scripts and words are still on their way. */
@Injectable({ providedIn: 'root' })
export class Ahead {
  private readonly http = inject(HttpClient);
  private readonly me = inject(Me);
  private readonly asked = new Map<string, Asked>();

  /** Asks what the route says its page begins with, of the cohort one looks at. */
  begin(route: ActivatedRouteSnapshot): void {
    const question: unknown = route.data[BEGINS_WITH];
    if (typeof question !== 'function') return;
    const cohortId = this.me.cohortId();
    const url = cohortId && (question as Question)(cohortId, route);
    if (url) this.ask(url);
  }

  private ask(url: string): void {
    const answer = new ReplaySubject<HttpEvent<unknown>>();
    // Sent before it can be taken: the page takes it, not this very request.
    this.http.request(new HttpRequest('GET', url)).subscribe(answer);
    this.asked.set(url, { at: Date.now(), answer });
  }

  /** The answer, once: whoever asks again wants to hear what is so now. */
  take(url: string): Observable<HttpEvent<unknown>> | undefined {
    const found = this.asked.get(url);
    this.asked.delete(url);
    return found && Date.now() - found.at < FRESH ? found.answer : undefined;
  }
}

type Question = (cohortId: string, route: ActivatedRouteSnapshot) => string | null;
const BEGINS_WITH = 'beginsWith';

/** For a route's `data`: the address of what its page asks first. Where it asks otherwise, it is asked twice and nothing is wrong. */
export const beginsWith = (question: Question): Data => ({ [BEGINS_WITH]: question });

/** Gives the page the answer that was asked for ahead. */
export const askedAhead: HttpInterceptorFn = (request, next) => {
  if (request.method !== 'GET' || !request.url.startsWith('/api/cohorts/')) return next(request);
  return inject(Ahead).take(request.urlWithParams) ?? next(request);
};
