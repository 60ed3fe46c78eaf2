import { TestBed } from '@angular/core/testing';
import type { MeView } from '@opiring/contract/identity';
import { Api } from './api';
import { Language } from './language';
import { Me } from './me';
import { Problem } from './problem';

const marika: MeView = {
  account: {
    id: 'a',
    email: 'marika@naide.ee',
    name: 'Marika',
    locale: 'et',
    admin: false,
    hasPassword: true,
  },
  memberships: [],
};

/** A page newly opened: nothing is remembered but what the device keeps. */
function opened(answer: () => Promise<MeView>): Me {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({
    providers: [
      { provide: Api, useValue: { get: answer, delete: () => Promise.resolve() } },
      { provide: Language, useValue: { suggest: () => undefined } },
    ],
  });
  return TestBed.inject(Me);
}
const problem = (status: number) => () => Promise.reject(new Problem({ status, code: 'x' }));

describe('who is here', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => jest.useRealTimers());

  it.each([0, 502, 503])('is whoever was here last where no server answers (%i)', async (status) => {
    await opened(() => Promise.resolve(marika)).load();
    const me = opened(problem(status));
    expect((await me.load())?.account.id).toBe('a');
    expect(me.account()?.name).toBe('Marika');
    expect(JSON.stringify({ ...localStorage })).not.toContain('marika@naide.ee');
  });

  it('is whoever was here last until a slow server has answered', async () => {
    await opened(() => Promise.resolve(marika)).load();
    jest.useFakeTimers();
    let answer = (_: MeView): void => undefined;
    const me = opened(() => new Promise((resolve) => (answer = resolve)));
    const loaded = me.load();
    await jest.advanceTimersByTimeAsync(3000);
    expect((await loaded)?.account.name).toBe('Marika');
    answer({ ...marika, account: { ...marika.account, name: 'Marika Mets' } });
    await jest.advanceTimersByTimeAsync(0);
    expect(me.account()?.name).toBe('Marika Mets');
  });

  it('is nobody where the server says so, after signing out, or on a new device', async () => {
    await opened(() => Promise.resolve(marika)).load();
    expect(await opened(problem(401)).load()).toBeNull();
    const me = opened(() => Promise.resolve(marika));
    await me.load();
    await me.signOut();
    await expect(opened(problem(0)).load()).rejects.toMatchObject({ status: 0 });
  });

  it('is only whom the server names, right after signing in', async () => {
    await opened(() => Promise.resolve(marika)).load();
    await expect(opened(problem(0)).reload()).rejects.toMatchObject({ status: 0 });
  });

  it('fails where the server fails for another reason', async () => {
    await opened(() => Promise.resolve(marika)).load();
    await expect(opened(problem(500)).load()).rejects.toMatchObject({ status: 500 });
  });
});
