import { TestBed } from '@angular/core/testing';
import { Me } from '@opiring/platform/web';
import { aroundPages, PretendServer } from '@opiring/platform/web-testing';
import { type Deed, difference, fits, movingTo, withMoved } from './deeds';
import { DraftHistory } from './draft-history';
import { aCurriculum, anActivity, kadri } from './fixtures';

const STEP = 'POST /api/cohorts/lend/draft-steps';
const renamed: Deed = {
  name: 'changed',
  title: { et: 'Uus' },
  n: 1,
  before: { activities: { a: { title: { et: 'Vana' } } }, modules: {} },
  after: { activities: { a: { title: { et: 'Uus' } } }, modules: {} },
};

async function history(answers: Record<string, unknown>) {
  const server = new PretendServer({ 'GET /api/me': kadri, ...answers });
  TestBed.configureTestingModule({ providers: [...aroundPages('curriculum', server), DraftHistory] });
  await TestBed.inject(Me).load();
  const made = TestBed.inject(DraftHistory);
  made.note([{ id: 'a', revision: 4 }]);
  made.record(renamed);
  return { server, made };
}

describe('going back and forth', () => {
  it('sends the states before on our own revision, and the states after again', async () => {
    const { server, made } = await history({
      [STEP]: { activities: [{ id: 'a', revision: 5 }], modules: [] },
    });
    expect(await made.undo()).toBe('done');
    expect(made.toUndo()).toBeUndefined();
    expect(await made.redo()).toBe('done');
    expect(server.deeds.map(({ body }) => body)).toEqual([
      { activities: [{ id: 'a', revision: 4, title: { et: 'Vana' } }], modules: [] },
      { activities: [{ id: 'a', revision: 5, title: { et: 'Uus' } }], modules: [] },
    ]);
    expect(made.toRedo()).toBeUndefined();
  });

  it('forgets what was undone once something else is done', async () => {
    const { made } = await history({ [STEP]: { activities: [], modules: [] } });
    await made.undo();
    made.record(renamed);
    expect(made.toRedo()).toBeUndefined();
  });

  it('says there is nothing where there is nothing', async () => {
    const { made } = await history({});
    expect(await made.redo()).toBe('nothing');
  });
});

describe('whether a step still fits', () => {
  const now = anActivity('a', 'Uus', { minutes: 20 });
  it('is asked of the fields it touched, not of others', () => {
    expect(fits({ title: { et: 'Uus' }, position: 3, after: 'x' }, { ...now, minutes: 90 })).toBe(true);
    expect(fits({ title: { et: 'Teine' } }, now)).toBe(false);
    expect(fits({ moduleId: 'mujal' }, now)).toBe(false);
    expect(fits({ retired: true }, { ...now, retired: false })).toBe(false);
    expect(fits({ link: null, frame: null }, now)).toBe(true);
  });

  it('is kept small: what a change sent and did not change is no part of it', () => {
    const sent = { title: { et: 'Uus', en: '' }, minutes: 45, position: 2 };
    expect(difference(now, { ...now, minutes: 45 }, sent)).toEqual([{ minutes: 20 }, { minutes: 45 }]);
    expect(difference(now, now, sent)).toBeUndefined();
  });
});

describe('moving several', () => {
  const [hold, home] = aCurriculum().modules;
  const [a, , c] = hold!.activities;
  it('keeps their order, each behind the one before', () => {
    expect(movingTo([a!, c!], home!, 0)).toEqual({
      a: { moduleId: 'home', position: 0, after: null },
      c: { moduleId: 'home', position: 1, after: 'a' },
    });
    expect(movingTo([a!, c!], hold!, 1)).toMatchObject({
      a: { position: 1, after: 'b' },
      c: { position: 2 },
    });
    const shown = withMoved([hold!, home!], [a!, c!], home!, 0);
    expect(shown.map(({ activities }) => activities.map(({ id }) => id))).toEqual([
      ['b', 'd'],
      ['a', 'c'],
    ]);
  });
});
