import {
  HttpBackend,
  type HttpEvent,
  HttpErrorResponse,
  type HttpRequest,
  HttpResponse,
} from '@angular/common/http';
import { provideRouter } from '@angular/router';
import { provideTranslocoScope } from '@jsverse/transloco';
import type { CircleView, CirclesView } from '@opiring/contract/circles';
import { Me, providePlatform } from '@opiring/platform/web';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/angular';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Observable, of, throwError } from 'rxjs';
import { CirclesPage } from './circles-page';

const circle: CircleView = {
  id: 'r1',
  host: {
    membershipId: 'marika',
    name: 'Marika Tõnurist',
    role: 'participant',
    seat: 1,
    municipality: 'Kadakmäe vald',
    occupation: '',
  },
  mine: true,
  heldOn: '2026-11-14',
  place: 'Rannaküla seltsimaja',
  topic: 'Mis jääb külla, kui kool läheb',
  people: 9,
  missingVoices: 'Noored pered',
  revision: 3,
  can: { edit: true, withdraw: true },
};

/** Says the words from the files and the circles given; keeps what is written, and refuses it where a status is named. */
class Server implements HttpBackend {
  readonly written: HttpRequest<unknown>[] = [];
  refusal: { status: number; code: string } | null = null;
  constructor(private readonly view: CirclesView) {}

  handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    const [, words, context, file] = request.url.split('/');
    if (words === 'i18n') {
      const path = join(process.cwd(), 'libs', context ?? '', 'web/i18n', file ?? '');
      const body: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
      return of(new HttpResponse({ status: 200, body }));
    }
    if (request.method === 'GET') return of(new HttpResponse({ status: 200, body: this.view }));
    this.written.push(request);
    if (!this.refusal) return of(new HttpResponse({ status: 200, body: circle }));
    return throwError(() => new HttpErrorResponse({ status: this.refusal?.status, error: this.refusal }));
  }
}

async function show(circles: CircleView[]): Promise<Server> {
  const server = new Server({ circles, can: { record: true } });
  const me = { cohortId: () => 'c1', role: () => 'participant', timeZone: () => 'Europe/Tallinn' };
  await render(CirclesPage, {
    providers: [
      ...providePlatform(),
      provideTranslocoScope('circles'),
      provideRouter([]),
      { provide: HttpBackend, useValue: server },
      { provide: Me, useValue: me },
    ],
  });
  return server;
}

const fill = (label: string, value: string): void => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
};

it('tells a circle, with a key that makes a retry harmless', async () => {
  const server = await show([]);
  fireEvent.click(await screen.findByRole('button', { name: 'Pane ring kirja' }));
  const form = await screen.findByRole('form', { name: 'Ring, mis on peetud' });
  fill('Millal see oli?', '2026-11-01');
  fill('Mitu inimest oli ringis?', '12');
  fill('Millest räägiti?', 'Kaev ja kaevuvesi');
  fill('Kus?', 'Kadakmäe kool');
  fireEvent.submit(form);
  await waitFor(() => expect(server.written.length).toBe(1));
  const [sent] = server.written;
  expect(sent?.url).toBe('/api/cohorts/c1/circles');
  expect(sent?.headers.get('Idempotency-Key')).toBeTruthy();
  expect(sent?.body).toEqual({
    heldOn: '2026-11-01',
    people: 12,
    topic: 'Kaev ja kaevuvesi',
    place: 'Kadakmäe kool',
    missingVoices: '',
  });
});

it('names what is missing beside the field and sends nothing', async () => {
  const server = await show([]);
  fireEvent.click(await screen.findByRole('button', { name: 'Pane ring kirja' }));
  fireEvent.submit(await screen.findByRole('form', { name: 'Ring, mis on peetud' }));
  expect(await screen.findByText('Kirjuta päev, millal ring oli.')).toBeTruthy();
  expect(screen.getByLabelText('Millest räägiti?').getAttribute('aria-invalid')).toBe('true');
  expect(server.written).toEqual([]);
});

it('corrects what was told under the revision that was read, and says when it is stale', async () => {
  const server = await show([circle]);
  server.refusal = { status: 412, code: 'stale' };
  fireEvent.click(await screen.findByRole('button', { name: /^Muuda/ }));
  const form = await screen.findByRole('form', { name: 'Ringi andmete muutmine' });
  fill('Mitu inimest oli ringis?', '10');
  fireEvent.submit(form);
  expect(await within(form).findByRole('alert')).toBeTruthy();
  expect(server.written[0]?.headers.get('If-Match')).toBe('"3"');
});
