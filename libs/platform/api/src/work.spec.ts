import type { DataSource } from 'typeorm';
import type { Caller } from './caller';
import { NotSignedIn } from './domain-error';
import { KEEPING_PLANS, Work } from './work';

/** A connection that remembers what was sent over it. */
function pretendSource(who: object | null) {
  const sent: string[] = [];
  const runner = {
    manager: {},
    isTransactionActive: false,
    connect: () =>
      Promise.resolve({
        query: (text: string) => {
          sent.push(text);
          return Promise.resolve([{ rows: [] }, { rows: [{ who }] }]);
        },
      }),
    commitTransaction: () => Promise.resolve(sent.push('COMMIT')),
    rollbackTransaction: () => Promise.resolve(sent.push('ROLLBACK')),
    release: () => Promise.resolve(sent.push('RELEASE')),
  };
  return { sent, source: { createQueryRunner: () => runner } as unknown as DataSource };
}
const caller = (tokenHash: unknown): Caller => ({ tokenHash }) as Caller;

it('sends nothing of a caller but the digits of a hash', async () => {
  const { sent, source } = pretendSource({ memberships: [] });
  await new Work(source).write(caller(Buffer.alloc(32, 0xab)), () => Promise.resolve());
  expect(sent).toEqual([
    `START TRANSACTION; SELECT app.open_session('\\x${'ab'.repeat(32)}'::bytea) AS who`,
    'COMMIT',
    'RELEASE',
  ]);
});

it.each([["'; SELECT 1; --"], [Buffer.from('short')], [{ toString: () => "'); DROP TABLE entries; --" }]])(
  'opens no session for %p',
  async (hash) => {
    const { sent, source } = pretendSource({ memberships: [] });
    await expect(new Work(source).write(caller(hash), () => Promise.resolve())).rejects.toThrow(NotSignedIn);
    expect(sent).toEqual(['RELEASE']);
  },
);

it('takes everything back, and gives the connection back, where the session is over', async () => {
  const { sent, source } = pretendSource(null);
  const deed = jest.fn();
  await expect(new Work(source).write(caller(Buffer.alloc(32)), deed)).rejects.toThrow(NotSignedIn);
  expect(deed).not.toHaveBeenCalled();
  expect(sent.slice(1)).toEqual(['ROLLBACK', 'RELEASE']);
});

it('answers a reading without waiting for its end, and gives the connection back after it', async () => {
  const { sent, source } = pretendSource({ memberships: [] });
  let end: () => void = () => undefined;
  const runner = source.createQueryRunner();
  runner.commitTransaction = () => new Promise((resolve) => (end = () => resolve(void sent.push('COMMIT'))));
  const answer = await new Work(source).read(
    caller(Buffer.alloc(32)),
    () => Promise.resolve('here'),
    KEEPING_PLANS,
  );
  expect(answer).toBe('here');
  expect(sent).toEqual([
    expect.stringMatching(/^START TRANSACTION; SET LOCAL plan_cache_mode.*; SELECT app\.open/),
  ]);
  end();
  await new Promise(setImmediate);
  expect(sent.slice(1)).toEqual(['COMMIT', 'RELEASE']);
});

it('gives the connection back where the end of a reading fails, and takes back a writing that fails', async () => {
  const { sent, source } = pretendSource({ memberships: [] });
  const runner = source.createQueryRunner();
  runner.commitTransaction = () => Promise.reject(new Error('The connection is gone.'));
  await new Work(source).read(caller(Buffer.alloc(32)), () => Promise.resolve());
  await new Promise(setImmediate);
  expect(sent.slice(1)).toEqual(['ROLLBACK', 'RELEASE']);
  await expect(new Work(source).write(caller(Buffer.alloc(32)), () => Promise.resolve())).rejects.toThrow(
    'gone',
  );
  expect(sent.slice(-2)).toEqual(['ROLLBACK', 'RELEASE']);
});
