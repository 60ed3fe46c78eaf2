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
