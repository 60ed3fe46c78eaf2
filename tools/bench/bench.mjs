// The whole measurement: prepare, show that both servers answer the same, measure in turns, tell.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../bootstrap.mjs';
import { build } from '../build.mjs';
import { pagesIn } from '../build-web.mjs';
import { load } from './client.mjs';
import { printFigures, printGoals } from './figures.mjs';
import { lengthen, measurePages } from './page.mjs';
import { Stage } from './stage.mjs';
import { quantile, ratioOf } from './statistics.mjs';
import { assertSame, seedMany, seedWorks } from './works.mjs';

const LEVELS = [1, 8, 32];

/** Measures `sides` of one work in turns, the order turning with the rounds; gives what each round found, by side. */
async function inTurns(work, sides, concurrency, { rounds, slice, least }) {
  const found = sides.map(() => []);
  for (let round = 0; round < rounds; round++) {
    const order = sides.map((_, at) => (at + round) % sides.length);
    for (const at of order) {
      const { requestOf, tell } = sides[at].work ?? work;
      const { ports } = sides[at];
      const { times, refused, rate } = await load({
        ports,
        concurrency,
        milliseconds: slice,
        least,
        requestOf,
        tell,
      });
      found[at].push({ p50: quantile(times, 0.5), p99: quantile(times, 0.99), refused, rate });
    }
  }
  return found;
}

const p50s = (rounds) => rounds.map(({ p50 }) => p50);

async function compare(work, sides, pace) {
  const levels = [];
  for (const concurrency of LEVELS) {
    const [ours, theirs] = await inTurns(work, sides, concurrency, pace);
    levels.push({ concurrency, ours, theirs, ratio: ratioOf(p50s(ours), p50s(theirs)) });
  }
  return { title: work.title, goal: work.goal, levels };
}

/** Megabytes the process holds, as the system counts them. */
function residentMemory(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(stdout) / 1024;
}

/**
 * Runs both in, on every connection they will use, for as long as a matrix of ten took to become steady: what a server does in its
 * first seconds, before its code is compiled, is not what it costs, and the side with more code takes longer to get there.
 */
async function warm(work, ports, milliseconds) {
  for (const port of ports) {
    await load({
      ports: [port],
      concurrency: Math.max(...LEVELS),
      milliseconds,
      requestOf: work.requestOf,
      tell: work.tell,
    });
  }
}

async function measure(stage, { quick, say }) {
  const pace = quick
    ? { rounds: 2, slice: 200, least: 1, runIn: 400 }
    : { rounds: 5, slice: 800, least: 2, runIn: 6000 };
  await stage.postgres();
  const database = await stage.database('bench_alone');
  const { works, pages } = await seedWorks(database);
  say('Seeded 10 × 60 and 500 × 60.');
  const [api, bare] = [await stage.api(database), await stage.bare(database)];
  const ports = [api.port, bare.port];
  for (const work of works) await assertSame(work, ports);
  say('Verified: the API and the bare server answer deeply equal JSON to every request measured.');
  for (const work of works) await warm(work, ports, pace.runIn);
  const figures = [];
  for (const work of works) {
    figures.push(await compare(work, [{ ports: [api.port] }, { ports: [bare.port] }], pace));
    say(`Measured ${work.title}.`);
  }
  const memory = residentMemory(api.pid);
  const second = await stage.api(database);
  const both = [];
  for (const work of works.filter(({ title }) =>
    ['matrix 10 × 60', 'my journey', 'read one entry'].includes(title),
  )) {
    await warm(work, [second.port], pace.runIn);
    const sides = [{ ports: [api.port, second.port] }, { ports: [api.port] }];
    const [two, one] = await inTurns(work, sides, 32, pace);
    both.push({
      title: work.title,
      ratio: ratioOf(
        two.map(({ rate }) => rate),
        one.map(({ rate }) => rate),
      ),
    });
  }
  const seen = await onScreen(stage, database, { works, pages }, pace);
  say('Looked at pages in a browser.');
  const many = quick ? undefined : await amongMany(stage, works[1], api, pace, say);
  return { figures, memory, both, many, seen, ready: api.ready };
}

/** The built app in a real browser, from a server that also hands out its files. */
async function onScreen(stage, database, { works, pages }, { rounds, runIn }) {
  const { overseer, writer, entry } = pages;
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await lengthen(client, entry).finally(() => client.end());
  const web = await stage.api(database, { WEB_ROOT: pagesIn(join(root, 'dist/web')) });
  // The visitor comes for the first time; the server has been there for a while.
  for (const work of works.filter(({ title }) => /matrix|journey/.test(title)))
    await warm(work, [web.port], runIn);
  return measurePages({ base: `http://localhost:${web.port}`, overseer, writer, entry, rounds });
}

/** The same question to one of a hundred cohorts and to one that is alone; the second API has the larger database. */
async function amongMany(stage, alone, api, pace, say) {
  const database = await stage.database('bench_many');
  const among = await seedMany(database);
  say('Seeded 100 cohorts × 500 × 60.');
  const [crowded, bare] = [await stage.api(database), await stage.bare(database)];
  await assertSame(among, [crowded.port, bare.port]);
  // The other has answered for minutes: as well run in, they differ by their databases alone.
  await warm(among, [crowded.port], pace.runIn);
  await warm(alone, [api.port], pace.runIn);
  return compare(
    { ...among, work: alone },
    [
      { ports: [crowded.port], work: among },
      { ports: [api.port], work: alone },
    ],
    pace,
  );
}

/** Prints the figures and fails nobody. */
export async function bench({ quick }) {
  const began = performance.now();
  const say = (line) =>
    console.log(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);
  const stage = new Stage();
  const stop = () => void stage.clear().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
  try {
    await build({ log: () => undefined, before: () => say('Building …') });
    say('Built.');
    const result = await measure(stage, { quick, say });
    printFigures(result);
    printGoals(result);
    say('Done.');
  } finally {
    await stage.clear();
  }
  process.exit();
}
