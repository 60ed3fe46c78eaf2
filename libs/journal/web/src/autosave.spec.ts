import { TestBed } from '@angular/core/testing';
import type { DocumentNode, EntryView } from '@opiring/contract/journal';
import { Problem } from '@opiring/platform/web';
import { Autosave, PAUSE } from './autosave';
import { type Draft, Drafts } from './drafts';
import { JournalClient } from './journal-client';

const text = (words: string): DocumentNode => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
});
const entry = (revision: number, words: string, title = ''): EntryView =>
  ({ id: 'e1', revision, title, body: text(words), updatedAt: '2026-11-24T12:32:00Z' }) as EntryView;
const draft = (change: Partial<Draft> = {}): Draft => ({
  accountId: 'a1',
  key: 'new:',
  slot: 's1',
  follows: [],
  cohortId: 'c1',
  entryId: null,
  revision: null,
  once: 'once-1',
  occasion: {},
  title: '',
  body: text(''),
  changedAt: '',
  ...change,
});
const said = (words: string) => expect.objectContaining({ title: '', body: text(words) }) as unknown;
const written = (words: string, revision = 1) =>
  draft({ key: 'e1', entryId: 'e1', revision, body: text(words) });

describe('Autosave', () => {
  const client = { create: jest.fn(), change: jest.fn(), keepText: jest.fn() };
  const device = new Map<string, Draft>();
  const drafts = { put: jest.fn(), drop: jest.fn() };
  let autosave: Autosave;

  const pause = () => jest.advanceTimersByTimeAsync(PAUSE + 10);

  beforeEach(() => {
    jest.useFakeTimers();
    jest.resetAllMocks();
    device.clear();
    drafts.put.mockImplementation(async (kept: Draft) => void device.set(kept.slot, kept));
    drafts.drop.mockImplementation(async (_account: string, slot: string) => void device.delete(slot));
    TestBed.configureTestingModule({
      providers: [
        Autosave,
        { provide: JournalClient, useValue: client },
        { provide: Drafts, useValue: drafts },
      ],
    });
    autosave = TestBed.inject(Autosave);
  });
  afterEach(() => {
    autosave.stop();
    jest.useRealTimers();
  });

  it('keeps every change on the device at once, and says nothing is saved before the server has it', async () => {
    client.create.mockResolvedValue(entry(1, 'Köök'));
    autosave.begin(draft(), { kept: false });
    autosave.edit({ body: text('Köök') });
    expect(device.get('s1')?.body).toEqual(text('Köök'));
    expect(autosave.state()).toEqual({ is: 'saving' });
    expect(client.create).not.toHaveBeenCalled();
    await pause();
    expect(client.create).toHaveBeenCalledWith(
      'c1',
      expect.objectContaining({ body: text('Köök') }),
      'once-1',
    );
    expect(autosave.state()).toEqual({ is: 'saved', at: '2026-11-24T12:32:00Z' });
    expect(device.size).toBe(0);
  });

  it('creates once, then changes with the revision it was given', async () => {
    client.create.mockResolvedValue(entry(1, 'Üks'));
    client.change.mockResolvedValue(entry(2, 'Üks kaks'));
    autosave.begin(draft(), { kept: false });
    autosave.edit({ body: text('Üks') });
    await pause();
    autosave.edit({ body: text('Üks kaks') });
    await pause();
    expect(client.create).toHaveBeenCalledTimes(1);
    expect(client.change).toHaveBeenCalledWith('e1', said('Üks kaks'), 1);
  });

  it('sends what was written while a save was under way', async () => {
    let answer: (view: EntryView) => void = () => undefined;
    client.change.mockImplementationOnce(() => new Promise((done) => (answer = done)));
    client.change.mockResolvedValueOnce(entry(3, 'Kolm'));
    autosave.begin(written('Üks'), { kept: false, entry: entry(1, 'Üks') });
    autosave.edit({ body: text('Kaks') });
    await pause();
    autosave.edit({ body: text('Kolm') });
    answer(entry(2, 'Kaks'));
    await jest.advanceTimersByTimeAsync(0);
    expect(autosave.state().is).toBe('saving');
    expect(device.get('s1')?.body).toEqual(text('Kolm'));
    await pause();
    expect(client.change).toHaveBeenLastCalledWith('e1', said('Kolm'), 2);
    expect(autosave.state().is).toBe('saved');
  });

  it('keeps the text on the device without a network, and sends it by itself when that is back', async () => {
    client.change.mockRejectedValueOnce(new Problem({ status: 0, code: 'offline' }));
    client.change.mockResolvedValueOnce(entry(2, 'Kaks'));
    autosave.begin(written('Üks'), { kept: false, entry: entry(1, 'Üks') });
    autosave.edit({ body: text('Kaks') });
    await pause();
    expect(autosave.state()).toEqual({ is: 'device', why: 'offline' });
    expect(device.get('s1')?.body).toEqual(text('Kaks'));
    autosave.retry();
    await jest.advanceTimersByTimeAsync(0);
    expect(autosave.state().is).toBe('saved');
    expect(device.size).toBe(0);
  });

  it('keeps the text through a lapsed session, and does not ask again by itself', async () => {
    client.change.mockRejectedValue(new Problem({ status: 401, code: 'not-signed-in' }));
    autosave.begin(written('Üks'), { kept: false, entry: entry(1, 'Üks') });
    autosave.edit({ body: text('Kaks') });
    await pause();
    expect(autosave.state()).toEqual({ is: 'device', why: 'signed-out' });
    await jest.advanceTimersByTimeAsync(120_000);
    expect(client.change).toHaveBeenCalledTimes(1);
    expect(device.get('s1')?.body).toEqual(text('Kaks'));
  });

  it('says so when neither the server nor the device has the text', async () => {
    drafts.put.mockRejectedValue(new Error('refused'));
    client.change.mockRejectedValue(new Problem({ status: 0, code: 'offline' }));
    autosave.begin(written('Üks'), { kept: false, entry: entry(1, 'Üks') });
    autosave.edit({ body: text('Kaks') });
    await pause();
    expect(autosave.state()).toEqual({ is: 'nowhere' });
    expect(await autosave.settle()).toBe(false);
  });

  describe('when the server has another text', () => {
    const theirs = entry(5, 'Teises seadmes');
    beforeEach(async () => {
      client.change.mockRejectedValueOnce(new Problem({ status: 412, code: 'stale', current: theirs }));
      autosave.begin(written('Üks'), { kept: false, entry: entry(1, 'Üks') });
      autosave.edit({ body: text('Siin') });
      await pause();
    });

    it('stops saving and shows both', async () => {
      expect(autosave.state()).toEqual({ is: 'conflict', theirs });
      autosave.edit({ body: text('Siin edasi') });
      await pause();
      expect(client.change).toHaveBeenCalledTimes(1);
      expect(device.get('s1')?.body).toEqual(text('Siin edasi'));
    });

    it('saves mine over the revision the author has now seen', async () => {
      client.change.mockResolvedValueOnce(entry(6, 'Siin'));
      await autosave.choose('mine');
      expect(client.change).toHaveBeenLastCalledWith('e1', said('Siin'), 5);
      expect(autosave.state().is).toBe('saved');
    });

    it('takes the other one without sending anything', async () => {
      await autosave.choose('theirs');
      expect(autosave.draft()?.body).toEqual(theirs.body);
      expect(client.change).toHaveBeenCalledTimes(1);
      expect(device.size).toBe(0);
    });

    it('keeps both as paragraphs', async () => {
      client.change.mockImplementationOnce(async (_id: string, body: { body: DocumentNode }) => ({
        ...entry(6, ''),
        body: body.body,
      }));
      await autosave.choose('both');
      expect(autosave.draft()?.body.content).toEqual([
        ...(text('Siin').content ?? []),
        ...(theirs.body.content ?? []),
      ]);
    });
  });

  describe('after a reload', () => {
    it('sends what only the device had', async () => {
      client.change.mockResolvedValue(entry(2, 'Seadmes'));
      autosave.begin(written('Seadmes'), { kept: true, entry: entry(1, 'Üks') });
      await jest.advanceTimersByTimeAsync(0);
      expect(client.change).toHaveBeenCalledWith('e1', said('Seadmes'), 1);
    });

    it('asks when the server has moved on meanwhile', async () => {
      const theirs = entry(4, 'Mujal');
      client.change.mockRejectedValueOnce(new Problem({ status: 412, code: 'stale', current: theirs }));
      autosave.begin(written('Seadmes', 1), { kept: true, entry: theirs });
      await jest.advanceTimersByTimeAsync(0);
      expect(autosave.state()).toEqual({ is: 'conflict', theirs });
      expect(client.change).toHaveBeenCalledWith('e1', said('Seadmes'), 1);
    });

    it('forgets the device’s copy when both say the same', async () => {
      device.set('s1', written('Sama'));
      autosave.begin(written('Sama', 1), { kept: true, entry: entry(4, 'Sama') });
      await jest.advanceTimersByTimeAsync(0);
      expect(autosave.state().is).toBe('saved');
      expect(device.size).toBe(0);
    });
  });
});
