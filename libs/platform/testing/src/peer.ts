import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request that a peer got. */
export interface ToldPeer {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}
/** Another system, in this process but over HTTP. */
export class Peer {
  readonly heard: ToldPeer[] = [];
  /** What it answers, or does before it answers. */
  answer: (told: ToldPeer) => number | Promise<number> = () => 200;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const told = {
          method: request.method ?? '',
          path: request.url ?? '',
          headers: request.headers,
          body,
        };
        this.heard.push(told);
        void Promise.resolve(this.answer(told)).then((status) =>
          response.writeHead(status).end('{"private":"no"}'),
        );
      });
    });
  }
  async listen(): Promise<string> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  close = () => new Promise((closed) => this.server.close(closed));
}
