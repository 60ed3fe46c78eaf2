import { documentFrom } from './document';
import { Entry } from './entry.entity';

const now = new Date('2026-11-23T10:00:00Z');
const later = new Date('2026-11-24T10:00:00Z');
const anEntry = (): Entry =>
  Object.assign(new Entry(), {
    title: 'Vaikus',
    body: documentFrom('Kuulan.'),
    lang: 'et' as const,
    revision: 3,
    doneAt: null,
  });

it('lays a change over its text without altering itself', () => {
  const entry = anEntry();
  expect(entry.textWith({ title: 'Ring' })).toEqual({
    title: 'Ring',
    body: documentFrom('Kuulan.'),
    lang: 'et',
  });
  expect(entry.textWith({ body: 'Räägin.' }).body).toEqual(documentFrom('Räägin.'));
  expect(entry.title).toBe('Vaikus');
});

it('rises in revision with each save', () => {
  const entry = anEntry();
  entry.write(entry.textWith({ title: 'Ring' }), now);
  expect(entry).toMatchObject({ title: 'Ring', revision: 4, updatedAt: now });
  expect([entry.isAt(3), entry.isAt(4)]).toEqual([false, true]);
});

describe('a save', () => {
  const write = '01a20ace-c33a-7019-9aac-d9e45955a9a9';
  const other = '01a20ace-c33a-7019-9aac-d9e45955a9a8';
  const same = { title: 'Vaikus', body: 'Kuulan.' };

  it.each([
    ['who saw what stands goes over it', { body: 'Uus.' }, 3, 'fresh'],
    ['who did not is apart', { body: 'Uus.' }, 2, 'apart'],
    ['of the text that stands is saved already', same, 2, 'saved'],
    ['of the same title alone knows nothing of the body', { title: 'Vaikus' }, 2, 'apart'],
    [
      'named as the one that stands is saved already',
      { body: 'Kuulan.', writeId: write.toUpperCase() },
      2,
      'saved',
    ],
    ['named alike with another text is apart', { body: 'Uus.', writeId: write }, 2, 'apart'],
    ['after one’s own unheard save goes over it', { body: 'Uus.', follows: [other, write] }, 2, 'fresh'],
    ['after another save is apart', { body: 'Uus.', follows: [other] }, 2, 'apart'],
  ])('%s', (_, change, revision, wanted) => {
    const entry = Object.assign(anEntry(), { writeId: write });
    expect(entry.meets(change, entry.textWith(change), revision)).toBe(wanted);
  });

  it('of nobody’s name follows nothing', () => {
    const entry = Object.assign(anEntry(), { writeId: null });
    expect(entry.meets({ body: 'Uus.', follows: [write] }, entry.textWith({ body: 'Uus.' }), 2)).toBe(
      'apart',
    );
  });
});

it('is finished once', () => {
  const entry = anEntry();
  entry.finish(now);
  entry.finish(later);
  expect(entry.doneAt).toBe(now);
});

it('refuses a text that is no document', () => {
  expect(() => anEntry().textWith({ body: { type: 'script' } })).toThrow(
    expect.objectContaining({ status: 400 }),
  );
});
