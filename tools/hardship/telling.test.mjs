// Another system is told each fact at least once, by one name, though the process that tells is killed between the asking and the answer.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { Stage, times } from './stage.mjs';

/** Another system that hears at once and answers when it is let. */
class Receiver {
  heard = [];
  answers = true;
  #waiting = [];
  #hearing = [];

  async open() {
    this.server = createServer((request, response) => {
      request.resume().once('end', () => {
        this.heard.push(request.headers['webhook-id']);
        for (const hear of this.#hearing.splice(0)) hear();
        if (this.answers) response.writeHead(200).end();
        else this.#waiting.push(response);
      });
    });
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${this.server.address().port}/hook`;
  }

  /** Until one more message has come. */
  next() {
    return new Promise((hear) => this.#hearing.push(hear));
  }

  /** The answers never leave: whoever waited for them is gone. */
  letGo() {
    for (const response of this.#waiting.splice(0)) response.destroy();
  }

  close() {
    this.letGo();
    this.server.closeAllConnections();
    return new Promise((closed) => this.server.close(closed));
  }
}

/** A round waits for the clock by which messages are looked for, twice. */
const rounds = Math.ceil(times / 4);
let stage;
let receiver;
before(async () => {
  stage = await Stage.open(1, { PRIVATE_RECEIVERS: '1' });
  receiver = new Receiver();
  const webhook = { name: 'Vald', url: await receiver.open(), topics: ['circles'] };
  const path = `/cohorts/${stage.cohortId}/webhooks`;
  assert.equal((await stage.says(stage.apis[0], stage.maarja, 'POST', path, webhook))?.status, 201);
});
after(async () => {
  await receiver?.close();
  await stage.close();
});

const aCircle = async (n) => {
  const path = `/cohorts/${stage.cohortId}/circles`;
  const circle = { heldOn: '2023-12-02', place: 'Köök', topic: `Ring ${n}`, people: 7 };
  const told = await stage.says(stage.apis[0], stage.marika, 'POST', path, circle);
  assert.equal(told?.status, 201);
};
const unsettled = () => stage.ask('SELECT id FROM deliveries WHERE settled_at IS NULL');

async function untilToldOrFailed() {
  const until = Date.now() + 30_000;
  while ((await unsettled()).length > 0) {
    assert.ok(Date.now() < until, 'something was never told');
    // A lease is a minute long; nobody needs to wait for it here.
    await stage.ask(`UPDATE deliveries SET leased_until = now(), next_at = now() WHERE settled_at IS NULL`);
    await Promise.race([receiver.next(), new Promise((go) => setTimeout(go, 500))]);
  }
}

test(`what was being told is told again by the same name, ${rounds} killings long`, async () => {
  for (let round = 0; round < rounds; round += 1) {
    receiver.answers = false;
    const before = receiver.heard.length;
    const heard = receiver.next();
    await aCircle(round);
    await heard;
    // The message is there, the answer is not: now the process falls, and has written nothing down.
    process.kill(stage.apis[0].pid, 'SIGKILL');
    receiver.letGo();
    assert.equal((await unsettled()).length, 1);
    receiver.answers = true;
    await stage.apis[0].start();
    await untilToldOrFailed();
    const names = new Set(receiver.heard.slice(before));
    assert.ok(receiver.heard.length - before >= 2, 'it was not told again');
    assert.equal(names.size, 1, 'the same fact went by two names');
  }
  // Nothing was lost, and no fact was told under the name of another.
  assert.equal(new Set(receiver.heard).size, rounds);
  const facts = await stage.ask(
    `SELECT count(*)::int AS n FROM deliveries WHERE settled_at IS NOT NULL AND NOT given_up`,
  );
  assert.equal(facts[0].n, rounds);
});
