import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ActivatedRouteSnapshot } from '@angular/router';
import { Ahead, askedAhead, beginsWith } from './ahead';
import { Me } from './me';

const url = '/api/cohorts/lend/journey';
const route = {
  data: beginsWith((cohort) => `/api/cohorts/${cohort}/journey`),
} as unknown as ActivatedRouteSnapshot;

function stand(cohortId: string | null = 'lend') {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([askedAhead])),
      provideHttpClientTesting(),
      { provide: Me, useValue: { cohortId: () => cohortId } },
    ],
  });
  const heard: unknown[] = [];
  const ask = () =>
    TestBed.inject(HttpClient)
      .get(url)
      .subscribe({ next: (told) => heard.push(told), error: (error) => heard.push(error.status) });
  return {
    server: TestBed.inject(HttpTestingController),
    begin: () => TestBed.inject(Ahead).begin(route),
    ask,
    heard,
  };
}

afterEach(() => jest.useRealTimers());

it('asks once for what a page begins with, and asks anew for what it wants to hear again', () => {
  const { server, begin, ask, heard } = stand();
  begin();
  ask();
  server.expectOne(url).flush('esimene');
  expect(heard).toEqual(['esimene']);
  ask();
  server.expectOne(url).flush('teine');
  expect(heard).toEqual(['esimene', 'teine']);
  server.verify();
});

it('gives a page that comes later what was answered by then, a failure too', () => {
  const { server, begin, ask, heard } = stand();
  begin();
  server.expectOne(url).flush(null, { status: 503, statusText: 'Not now' });
  ask();
  expect(heard).toEqual([503]);
  server.verify();
});

it('does not give what was asked long ago', () => {
  jest.useFakeTimers({ now: 0 });
  const { server, begin, ask, heard } = stand();
  begin();
  server.expectOne(url).flush('vana');
  jest.setSystemTime(10_000);
  ask();
  server.expectOne(url).flush('uus');
  expect(heard).toEqual(['uus']);
});

it('asks nothing where nobody looks at a cohort', () => {
  const { server, begin } = stand(null);
  begin();
  server.verify();
});
