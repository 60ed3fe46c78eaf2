import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { writtenOver } from './written-over';

interface Thing {
  id: string;
  revision: number;
  name: string;
}
const thing = (id: string, revision: number, name: string): Thing => ({ id, revision, name });

function open(first?: Thing) {
  const kept = signal(first);
  const { base, fields } = TestBed.runInInjectionContext(() =>
    writtenOver(kept, (each) => ({ name: each?.name ?? '' })),
  );
  const read = (next: Thing | undefined) => {
    kept.set(next);
    TestBed.tick();
    return { name: fields().name, revision: base()?.revision };
  };
  return { fields, base, read };
}

describe('words written over what is kept', () => {
  it('follow what is kept while nobody has written', () => {
    const { read } = open(thing('a', 1, 'Ring'));
    expect(read(thing('a', 2, 'Suur ring'))).toEqual({ name: 'Suur ring', revision: 2 });
    // What was asked for earlier may come later.
    expect(read(thing('a', 1, 'Ring'))).toEqual({ name: 'Suur ring', revision: 2 });
  });

  it('stay under the hands, with what they began from, however often it is read again', () => {
    const { fields, read } = open(thing('a', 1, 'Ring'));
    fields.set({ name: 'Minu ring' });
    expect(read(thing('a', 1, 'Ring'))).toEqual({ name: 'Minu ring', revision: 1 });
    expect(read(thing('a', 2, 'Suur ring'))).toEqual({ name: 'Minu ring', revision: 1 });
    expect(read(undefined)).toEqual({ name: '', revision: undefined });
  });

  it('begin anew with another thing, and with a new one', () => {
    const { fields, read } = open();
    fields.set({ name: 'Uus' });
    expect(read(undefined)).toEqual({ name: 'Uus', revision: undefined });
    expect(read(thing('b', 5, 'Teine'))).toEqual({ name: 'Teine', revision: 5 });
  });
});
