import { signal } from '@angular/core';
import { render, screen } from '@testing-library/angular';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import type { ShareView } from '@opiring/contract/journal';
import { noWish, ShareWish, widestShare, type Wish, wishFor, wishOf } from './share-wish';

const show = async (choice: 'mentor' | 'partner' | 'cohort', wish = signal<Wish>(noWish)) => {
  await render(
    `<op-share-wish [choice]="choice" today="2023-12-05" [wish]="wish()" (wishChange)="wish.set($event)" />`,
    {
      imports: [ShareWish],
      componentProperties: { choice, wish },
      providers: aroundPages('journal', new PretendServer()),
    },
  );
  return wish;
};

it('sends nothing that was not wished', () => {
  expect(wishFor('mentor', noWish)).toEqual({});
  expect(wishFor('mentor', { purpose: '  Kas kuulsin?  ', until: '2023-12-31', offer: true })).toEqual({
    purpose: 'Kas kuulsin?',
    until: '2023-12-31',
    offer: true,
  });
});

it('never invites an offer from a learning partner', async () => {
  expect(wishFor('partner', { ...noWish, offer: true })).toEqual({});
  await show('partner');
  expect(await screen.findByText('Lisa kaasa mõte või lõpupäev')).toBeTruthy();
  expect(screen.queryByRole('checkbox', { hidden: true })).toBeNull();
});

it('says when the last day is over already', async () => {
  await show('mentor', signal({ ...noWish, until: '2023-12-01' }));
  expect(await screen.findByText('See päev on juba läbi.')).toBeTruthy();
});

it('shares again on the terms there were: an end is not lost on the way', () => {
  const share = (audience: string, more: Partial<ShareView> = {}) => ({ audience, ...more }) as ShareView;
  const mentor = share('mentor', { purpose: 'Kas kuulsin?', until: '2023-12-31', offer: true });
  expect(wishFor('mentor', wishOf(mentor))).toEqual({
    purpose: 'Kas kuulsin?',
    until: '2023-12-31',
    offer: true,
  });
  expect(wishOf(share('cohort', { until: null }))).toEqual(noWish);
  expect(widestShare([mentor, share('cohort')])?.audience).toBe('cohort');
  expect(widestShare([])).toBeUndefined();
});
