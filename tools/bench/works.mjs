// What is measured: each request with its goal (API ÷ bare, median at concurrency 8).
import { deepStrictEqual } from 'node:assert/strict';
import { once } from './client.mjs';
import { seed, seedLetters, signIn } from './seed.mjs';

const get = (title, goal, cookie, path) => ({ title, goal, requestOf: () => ({ path, cookie }) });

/** Ten people, five hundred people, letters; gives the works on them. */
export async function seedWorks({ url }) {
  await seed(url, [
    { label: 'ten', cohorts: 1, people: 10 },
    { label: 'large', cohorts: 1, people: 500 },
  ]);
  const [small, large] = ['ten 1', 'large 1'];
  await seedLetters(url, { small, large, waiting: 200 });
  const leader = await signIn(url, { label: small, role: 'program_leader' });
  const overseer = await signIn(url, { label: large, role: 'program_leader' });
  const mentor = await signIn(url, { label: large, role: 'mentor' });
  const writer = await signIn(url, { label: small, role: 'participant', seat: 1 });
  const other = await signIn(url, { label: small, role: 'participant', seat: 2 });
  const works = [
    get('matrix 10 × 60', 1.8, leader.cookie, `/api/cohorts/${leader.cohort}/progress?by=activity`),
    get('matrix 500 × 60', 1.2, overseer.cookie, `/api/cohorts/${overseer.cohort}/progress?by=activity`),
    get('my journey', 2, writer.cookie, `/api/cohorts/${writer.cohort}/journey`),
    get('read one entry', 2, writer.cookie, `/api/entries/${writer.entries[0].id}`),
    saving('save an entry', 2, other),
    get('desk, 200 waiting', 1.6, mentor.cookie, `/api/cohorts/${mentor.cohort}/desk?limit=100`),
  ];
  return {
    works,
    pages: { overseer: overseer.cookie, writer: other.cookie, entry: other.entries.at(-1).id },
  };
}

/** One cohort of five hundred among a hundred like it. */
export async function seedMany({ url }) {
  await seed(url, [{ label: 'many', cohorts: 100, people: 500 }]);
  const leader = await signIn(url, { label: 'many 50', role: 'program_leader' });
  return get('one among 100', 1.2, leader.cookie, `/api/cohorts/${leader.cohort}/progress?by=activity`);
}

const words = (count) => `Kirjutan sellest, mida täna kuulsin, juba ${count} korda. `.repeat(12).trim();
const paragraph = (text) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

/** Every worker has an entry of its own and says with If-Match what it saw last, whichever server answered then. */
function saving(title, goal, { cookie, entries }) {
  const revisions = entries.map(() => 1);
  let count = 0;
  const requestOf = (worker) => {
    count++;
    const content = [1, 2, 3, 4, 5].map((at) => paragraph(`${at}. ${words(count)}`));
    return {
      method: 'PATCH',
      path: `/api/entries/${entries[worker].id}`,
      cookie,
      headers: { 'If-Match': `"${revisions[worker]}"` },
      body: JSON.stringify({ title: `Märkmed ${count}`, body: { type: 'doc', content } }),
    };
  };
  const tell = (worker, { etag }) => {
    if (etag) revisions[worker] = Number(etag.slice(1, -1));
  };
  return { title, goal, requestOf, tell };
}

/** Throws unless both servers answer the same JSON. A save's revision and instant are its own. */
export async function assertSame(work, ports) {
  const request = work.requestOf(0);
  const answers = [];
  for (const port of ports) {
    const sent = request.method ? { ...request, headers: work.requestOf(0).headers } : request;
    const answer = await once(port, sent);
    if (answer.status !== 200) throw new Error(`${work.title}: ${answer.status} ${answer.text}`);
    work.tell?.(0, answer);
    const { revision, updatedAt, ...view } = JSON.parse(answer.text);
    answers.push(work.tell ? view : { ...view, revision, updatedAt });
  }
  deepStrictEqual(answers[1], answers[0], `${work.title}: the servers do not answer the same.`);
}
