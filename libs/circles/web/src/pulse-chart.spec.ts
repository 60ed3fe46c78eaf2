import { TestBed } from '@angular/core/testing';
import { Language, Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { render, screen, waitFor } from '@testing-library/angular';
import { PulseChart } from './pulse-chart';

const totals = { fully: 6, mostly: 3, little: 0, not: 0 };
const meetings = [
  { meetingId: 'k1', title: { et: 'Avakohtumine' }, heldOn: '2026-10-01', totals },
  { meetingId: 'k2', title: { et: 'Teine' }, heldOn: '2026-11-05', totals: null },
];

/** The drawing on a page of another context, for a program leader; its words are under way. */
async function draw() {
  const server = new PretendServer({ 'GET /api/cohorts/c1/pulse': { ask: null, meetings } });
  const wordsCome = server.holdWords('circles');
  const me = { cohortId: () => 'c1', timeZone: () => 'Europe/Tallinn' };
  const { container } = await render(PulseChart, {
    providers: [...aroundPages('progress', server), { provide: Me, useValue: me }],
  });
  await waitFor(() => expect(server.asked).toHaveLength(1));
  return { container, server, wordsCome };
}

/** Everything said, seen or not. */
const said = (container: Element): string =>
  [
    container.textContent,
    ...[...container.querySelectorAll('[aria-label]')].map((one) => one.ariaLabel),
  ].join();

it('shows nothing until its words are here', async () => {
  const { container, wordsCome } = await draw();
  expect(said(container).trim()).toBe('');
  wordsCome();
  const drawing = await screen.findByRole('img');
  expect(drawing.getAttribute('aria-label')).toMatch(/1\.\soktoober: täiesti 6.*5\.\snovember/is);
});

it('changes its language whole, once the words of the other are here', async () => {
  const { container, server, wordsCome } = await draw();
  wordsCome();
  await screen.findByRole('img');
  const before = said(container);
  const othersCome = server.holdWords('circles');
  void TestBed.inject(Language).set('ru');
  TestBed.tick();
  expect(said(container)).toBe(before);
  othersCome();
  TestBed.tick();
  expect(said(container)).toMatch(/1\sоктября/);
  expect(said(container)).not.toMatch(/circles\.|oktoober/);
});
