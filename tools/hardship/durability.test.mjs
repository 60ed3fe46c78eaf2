// Reliability, line 5: 2xx means durable, whatever is killed; line 18: the server heals after its database.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Stage, times } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open()));
after(() => stage.close());

/** Writes as fast as answers come, and remembers what was acknowledged, until somebody says stop. */
function writing(acknowledged) {
  let going = true;
  let enough;
  const some = new Promise((resolve) => (enough = resolve));
  const path = `/cohorts/${stage.cohortId}/entries`;
  const loop = async (hand) => {
    for (let n = 0; going; n += 1) {
      const title = `${hand} ${n} ${acknowledged.size}`;
      const answer = await stage.says(stage.apis[0], stage.marika, 'POST', path, { title, body: title });
      if (answer?.status !== 201) continue;
      const changed = await stage.says(
        stage.apis[0],
        stage.marika,
        'PATCH',
        `/entries/${answer.body.id}`,
        { title: `${title} muudetud` },
        { 'if-match': '"1"' },
      );
      // Without an answer either may stand; with one, only what was answered.
      acknowledged.set(
        answer.body.id,
        changed?.status === 200 ? [`${title} muudetud`] : [title, `${title} muudetud`],
      );
      if (acknowledged.size % 5 === 0) enough();
    }
  };
  const hands = ['üks', 'kaks', 'kolm'].map(loop);
  return { some, stop: () => ((going = false), Promise.all(hands)) };
}

async function assertKept(acknowledged) {
  const rows = await stage.ask('SELECT id, title FROM entries WHERE id = ANY($1)', [
    [...acknowledged.keys()],
  ]);
  const kept = new Map(rows.map(({ id, title }) => [id, title]));
  for (const [id, titles] of acknowledged) {
    assert.ok(kept.has(id), `${titles[0]} was acknowledged and is gone`);
    assert.ok(titles.includes(kept.get(id)), `${kept.get(id)} stands where ${titles} was acknowledged`);
  }
}

test(`nothing acknowledged is lost when the server is killed ${times} times`, async () => {
  const acknowledged = new Map();
  for (let round = 0; round < times; round += 1) {
    const writers = writing(acknowledged);
    await writers.some;
    process.kill(stage.apis[0].pid, 'SIGKILL');
    await writers.stop();
    await stage.apis[0].start();
  }
  assert.ok(acknowledged.size >= times);
  await assertKept(acknowledged);
});

test(`nothing acknowledged is lost when the database is killed ${times} times, and the server heals by itself`, async () => {
  const acknowledged = new Map();
  for (let round = 0; round < times; round += 1) {
    const writers = writing(acknowledged);
    await writers.some;
    await stage.killDatabase();
    await writers.stop();
    const down = await stage.says(stage.apis[0], stage.marika, 'GET', '/me');
    assert.equal(down?.status, 503);
    assert.ok(Number(down.headers.get('retry-after')) > 0);
    await stage.startDatabase();
    const began = Date.now();
    while ((await stage.says(stage.apis[0], stage.marika, 'GET', '/me'))?.status !== 200)
      assert.ok(Date.now() - began < 2_000, 'the server did not find its database again within 2 s');
  }
  await assertKept(acknowledged);
});
