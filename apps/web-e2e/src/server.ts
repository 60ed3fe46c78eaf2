import { type APIRequestContext, expect } from '@playwright/test';

type Row = Record<string, unknown>;

/** The running cohort of whoever is signed in. */
export async function cohortOf(request: APIRequestContext): Promise<string> {
  const { memberships } = (await read(request, '/api/me')) as { memberships: { cohortId: string }[] };
  const [first] = memberships;
  expect(first, 'somebody of a cohort is signed in').toBeTruthy();
  return first?.cohortId ?? '';
}

export async function read(request: APIRequestContext, path: string): Promise<Row> {
  const answer = await request.get(path);
  expect(answer.status(), `GET ${path}`).toBe(200);
  return (await answer.json()) as Row;
}

/** The rows of a list, whatever it is wrapped in. */
export async function rowsOf(request: APIRequestContext, path: string): Promise<Row[]> {
  return Object.values(await read(request, path)).find((value): value is Row[] => Array.isArray(value)) ?? [];
}

export async function firstOf<T>(
  request: APIRequestContext,
  path: string,
  pick: (row: Row) => T,
): Promise<T> {
  const [row] = await rowsOf(request, path);
  expect(row, `something in ${path}`).toBeTruthy();
  return pick(row ?? {});
}

/** Takes a meeting of one's own out of the cohort that others look at, whatever was done to it meanwhile. */
export async function callOff(request: APIRequestContext, id: string): Promise<void> {
  const cohortId = await cohortOf(request);
  const meetings = await rowsOf(request, `/api/cohorts/${cohortId}/meetings`);
  const { revision } = meetings.find((meeting) => meeting['id'] === id) ?? {};
  const answer = await request.patch(`/api/meetings/${id}`, {
    data: { cancelled: true, reason: 'Proov on läbi' },
    headers: { 'sec-fetch-site': 'same-origin', 'if-match': `"${String(revision)}"` },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** A write as a page of ours would send it; the answer must be a success. */
export async function send(
  request: APIRequestContext,
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  data: unknown = {},
): Promise<Row> {
  const answer = await request.fetch(path, { method, data, headers: { 'sec-fetch-site': 'same-origin' } });
  const words = await answer.text();
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${words}`).toBe(true);
  return (words ? JSON.parse(words) : {}) as Row;
}
