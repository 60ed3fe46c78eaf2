import type { DataSource } from 'typeorm';
import type { Caller } from './caller';
import { NotSignedIn } from './domain-error';
import { Work } from './work';

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
