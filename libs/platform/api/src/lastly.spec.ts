import type { DataSource, QueryRunner } from 'typeorm';
import type { Caller } from './caller';
import { lastly } from './lastly';
import { prepared } from './prepared';
import { type Tx, Work } from './work';

const caller = { tokenHash: Buffer.alloc(32) } as Caller;
const waiting = () => new Promise(setImmediate);

/** A connection that tells what was put on it, what a message was made of, and answers when it is told to. */
function pretendSource() {
  const told: string[] = [];
  const answers = new Map<string, { resolve: (rows: unknown) => void; reject: (error: Error) => void }>();
  const query = (asked: string | { name: string }) => {
    const name = typeof asked === 'string' ? asked : asked.name;
    told.push(name);
    if (name.startsWith('START')) return Promise.resolve([{ rows: [{ who: { memberships: [] } }] }]);
    return new Promise((resolve, reject) => answers.set(name, { resolve, reject }));
  };
  const stream = { cork: () => told.push('('), uncork: () => told.push(')') };
  const runner = {
    isTransactionActive: false,
    connect: () => Promise.resolve({ query, connection: { stream } }),
    commitTransaction: () => Promise.reject(new Error('Its end was sent for already.')),
    rollbackTransaction: () => Promise.reject(new Error('There is no transaction to take back.')),
    release: () => Promise.resolve(told.push('RELEASE')),
  };
  Object.assign(runner, { manager: { queryRunner: runner as unknown as QueryRunner } });
  const answer = (name: string) => answers.get(name)?.resolve({ rows: [{ name }] });
  const fail = (name: string) => answers.get(name)?.reject(new Error(`${name} failed`));
  return {
    told,
    answer,
    fail,
    work: new Work({ createQueryRunner: () => runner } as unknown as DataSource),
  };
}
const ask = (tx: Tx, ...names: string[]) =>
  lastly(tx, () => Promise.all(names.map(async (name) => (await prepared(tx, name, name, []))[0])));

it('sends the last statements and the end as one message, and answers a reading without waiting for the end', async () => {
  const { told, answer, work } = pretendSource();
  const reading = work.read(caller, (tx) => ask(tx, 'one', 'two'));
  await waiting();
  expect(told.slice(1)).toEqual(['(', 'one', 'two', 'COMMIT', ')']);
  answer('two');
  answer('one');
  expect(await reading).toEqual([{ name: 'one' }, { name: 'two' }]);
  expect(told).not.toContain('RELEASE');
  answer('COMMIT');
  await waiting();
  expect(told.at(-1)).toBe('RELEASE');
});

it('answers a writing only once its end is certain', async () => {
  const { told, answer, work } = pretendSource();
  let answered = false;
  const writing = work.write(caller, (tx) => ask(tx, 'one')).finally(() => (answered = true));
  await waiting();
  answer('one');
  await waiting();
  expect(answered).toBe(false);
  answer('COMMIT');
  await writing;
  expect(told.at(-1)).toBe('RELEASE');
});

it('refuses a writing whose end fails, and gives the connection back', async () => {
  const { told, answer, fail, work } = pretendSource();
  const writing = work.write(caller, (tx) => ask(tx, 'one'));
  await waiting();
  answer('one');
  fail('COMMIT');
  await expect(writing).rejects.toThrow('COMMIT failed');
  expect(told.at(-1)).toBe('RELEASE');
});

it('gives the connection back only after the end where a statement fails', async () => {
  const { told, answer, fail, work } = pretendSource();
  const reading = work.read(caller, (tx) => ask(tx, 'one', 'two'));
  await waiting();
  fail('one');
  await waiting();
  expect(told).not.toContain('RELEASE');
  answer('two');
  answer('COMMIT');
  await expect(reading).rejects.toThrow('one failed');
  expect(told.at(-1)).toBe('RELEASE');
});

it('ends and gives the connection back where nothing could be asked', async () => {
  const { told, answer, work } = pretendSource();
  const reading = work.read(caller, (tx) =>
    lastly(tx, () => {
      throw new Error('no question');
    }),
  );
  await waiting();
  expect(told.slice(1)).toEqual(['(', 'COMMIT', ')']);
  answer('COMMIT');
  await expect(reading).rejects.toThrow('no question');
  expect(told.at(-1)).toBe('RELEASE');
});

it('lets nothing be asked of what has ended', async () => {
  const { told, answer, work } = pretendSource();
  const reading = work.read(caller, async (tx) => {
    await ask(tx, 'one');
    return prepared(tx, 'more', 'more', []);
  });
  await waiting();
  for (const name of ['one', 'COMMIT']) answer(name);
  await expect(reading).rejects.toThrow('more was asked of a transaction that has ended');
  expect(told).not.toContain('more');
});
