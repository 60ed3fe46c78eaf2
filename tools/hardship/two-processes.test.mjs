// Reliability, lines 4 and 16: what one instance did, the other knows with the next request.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Stage } from './stage.mjs';

let stage;
before(async () => (stage = await Stage.open(2)));
after(() => stage.close());

const entries = () => `/cohorts/${stage.cohortId}/entries`;
const does = (at, who, ...asked) => stage.says(stage.apis[at], who, ...asked);

test('what is taken back on one instance is gone on the other with the next request', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { body: entry } = await does(0, stage.marika, 'POST', entries(), {
      title: 'Kiri',
      body: 'Helvele',
    });
    const share = await does(0, stage.marika, 'POST', `/entries/${entry.id}/shares`, { audience: 'mentor' });
    assert.equal(share.status, 201);
    assert.equal((await does(1, stage.helve, 'GET', `/entries/${entry.id}`)).status, 200);
    const taken = await does(0, stage.marika, 'DELETE', `/entries/${entry.id}/shares/${share.body.id}`);
    assert.equal(taken.status, 204);
    assert.equal((await does(1, stage.helve, 'GET', `/entries/${entry.id}`)).status, 404);
    const { body: desk } = await does(1, stage.helve, 'GET', `/cohorts/${stage.cohortId}/desk`);
    assert.ok(!JSON.stringify(desk).includes(entry.id));
  }
});

test('fifty identical posts to two instances at once have one effect; the same key with another body is refused', async () => {
  const body = { title: 'Üks kord', body: 'Ainult üks kord.' };
  const posts = Array.from({ length: 50 }, (_, n) =>
    does(n % 2, stage.marika, 'POST', entries(), body, { 'idempotency-key': 'sama-voti' }),
  );
  const answers = await Promise.all(posts);
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
  assert.equal(new Set(answers.map((answer) => answer.body.id)).size, 1);
  const [{ n }] = await stage.ask(`SELECT count(*)::int AS n FROM entries WHERE title = 'Üks kord'`);
  assert.equal(n, 1);
  const other = await does(
    1,
    stage.marika,
    'POST',
    entries(),
    { title: 'Teine', body: 'Muu' },
    {
      'idempotency-key': 'sama-voti',
    },
  );
  assert.equal(other.status, 422);
});

test('a session ended on one instance is over on the other', async () => {
  assert.equal((await does(1, stage.marika, 'GET', '/me')).status, 200);
  assert.equal((await does(0, stage.marika, 'DELETE', '/session')).status, 204);
  assert.equal((await does(1, stage.marika, 'GET', '/me')).status, 401);
});
