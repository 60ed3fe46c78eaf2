import pg from 'pg';

/** What does nothing but frame a transaction is not counted. */
const FRAME = /^\s*(BEGIN|START TRANSACTION|COMMIT|ROLLBACK)\s*$/i;

/** The SQL that a deed sends, by whichever client of this process. */
export async function statementsOf(deed: () => Promise<unknown>): Promise<string[]> {
  const query = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await deed();
    const told = query.mock.calls.map(([sql]) => String((sql as { text?: string }).text ?? sql));
    return told.filter((sql) => !FRAME.test(sql));
  } finally {
    query.mockRestore();
  }
}
