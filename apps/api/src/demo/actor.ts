import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SignInLinksService } from '@opiring/identity/api';
import { Work } from '@opiring/platform/api';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Somebody of the demo, who does things the way people do: through the API. */
export class Actor {
  private constructor(
    private readonly app: NestFastifyApplication,
    private readonly cookie: string,
  ) {}

  static async signIn(app: NestFastifyApplication, accountId: string): Promise<Actor> {
    const link = await app.get(Work).open((tx) => app.get(SignInLinksService).make(tx, accountId, 5));
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session/link',
      payload: { token: link.split('#')[1] },
    });
    const [set] = [answer.headers['set-cookie']].flat();
    return new Actor(app, String(set).split(';')[0] ?? '');
  }

  /** The answer's body; a refusal stops the demo and says what was refused. */
  async does<T = { id: string; revision: number }>(
    method: Method,
    path: string,
    body?: object,
    revision?: number,
  ): Promise<T> {
    const answer = await this.app.inject({
      method,
      url: `/api${path}`,
      headers: { cookie: this.cookie, ...(revision !== undefined && { 'if-match': `"${revision}"` }) },
      ...(body && { payload: body }),
    });
    if (answer.statusCode >= 400) throw new Error(`The demo: ${method} ${path} was refused: ${answer.body}`);
    return (answer.body ? answer.json() : undefined) as T;
  }

  /** The same with a file. */
  async brings(path: string, file: Buffer): Promise<void> {
    const answer = await this.app.inject({
      method: 'POST',
      url: `/api${path}`,
      headers: { cookie: this.cookie, 'content-type': 'application/zip' },
      payload: file,
    });
    if (answer.statusCode >= 400) throw new Error(`The demo: ${path} was refused: ${answer.body}`);
  }
}
