// A keep-alive client that costs almost nothing itself, so that what is measured is the server.
import { connect } from 'node:net';

const HEAD_ENDS = '\r\n\r\n';

/** One connection, one request at a time. */
export class Connection {
  #socket;
  #parts = [];
  #got = 0;
  #wanted = -1;
  #head = '';
  #settle;

  constructor(port) {
    this.port = port;
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk) => this.#take(chunk));
    for (const event of ['error', 'close']) {
      this.#socket.on(event, (error) =>
        this.#settle?.reject(error ?? new Error('The connection was closed.')),
      );
    }
  }

  /** Sends and resolves with `{status, etag, body}`; the body stays bytes until somebody asks for it. */
  send({ method = 'GET', path, cookie, headers = {}, body = '' }) {
    const lines = [`${method} ${path} HTTP/1.1`, `Host: 127.0.0.1:${this.port}`, `Cookie: ${cookie}`];
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
    if (body) lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`);
    this.#parts = [];
    this.#got = 0;
    this.#wanted = -1;
    const answer = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));
    this.#socket.write(`${lines.join('\r\n')}${HEAD_ENDS}${body}`);
    return answer;
  }

  close() {
    this.#settle = undefined;
    this.#socket.destroy();
  }

  #take(chunk) {
    this.#parts.push(chunk);
    this.#got += chunk.length;
    if (this.#wanted < 0 && !this.#readHead()) return;
    if (this.#got < this.#wanted) return;
    const settle = this.#settle;
    const [head, parts] = [this.#head, this.#parts];
    settle?.resolve({
      status: Number(head.slice(9, 12)),
      etag: /^etag: (.+)$/im.exec(head)?.[1],
      text: () =>
        Buffer.concat(parts)
          .subarray(head.length + HEAD_ENDS.length)
          .toString(),
    });
  }

  #readHead() {
    const bytes = this.#parts.length === 1 ? this.#parts[0] : Buffer.concat(this.#parts);
    const end = bytes.indexOf(HEAD_ENDS);
    if (end < 0) return false;
    this.#parts = [bytes];
    this.#head = bytes.latin1Slice(0, end);
    const length = /^content-length: (\d+)$/im.exec(this.#head);
    if (!length) throw new Error(`An answer without its length: ${this.#head}`);
    this.#wanted = end + HEAD_ENDS.length + Number(length[1]);
    return true;
  }
}

/** One request by itself. */
export async function once(port, request) {
  const connection = new Connection(port);
  try {
    const answer = await connection.send(request);
    return { ...answer, text: answer.text() };
  } finally {
    connection.close();
  }
}

/**
 * Keeps `concurrency` requests under way for `milliseconds`, spread over the ports. `requestOf(worker)` makes the next request of a
 * worker and `tell(worker, answer)` hears how it ended. Gives latencies in milliseconds, sorted, and how many were refused.
 */
export async function load({ ports, concurrency, milliseconds, least = 2, requestOf, tell }) {
  const times = [];
  let refused = 0;
  const began = performance.now();
  const end = began + milliseconds;
  const work = async (worker) => {
    const connection = new Connection(ports[worker % ports.length]);
    try {
      // At least so often, however slow the answer: a median needs something to stand on.
      for (let sent = 0; sent < least || performance.now() < end; sent++) {
        const request = requestOf(worker);
        const from = performance.now();
        const answer = await connection.send(request);
        times.push(performance.now() - from);
        if (answer.status !== 200) refused++;
        tell?.(worker, answer);
      }
    } finally {
      connection.close();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, (_, worker) => work(worker)));
  const rate = (times.length * 1000) / (performance.now() - began);
  return { times: times.sort((one, other) => one - other), refused, rate };
}
