import request from 'supertest';
import type { TestApp } from './test-app';
import { World, type WorldAccount, type WorldCohort, type WorldMember } from './world';

type Headers = Record<string, string>;

/** Somebody at the door of the API: every call carries their session, paths begin after /api. */
export class Voice {
  constructor(
    private readonly url: string,
    private readonly cookie?: string,
  ) {}

  get = (path: string, headers: Headers = {}) => this.send('get', path, undefined, headers);
  post = (path: string, body?: object, headers: Headers = {}) => this.send('post', path, body, headers);
  put = (path: string, body?: object, headers: Headers = {}) => this.send('put', path, body, headers);
  patch = (path: string, body?: object, headers: Headers = {}) => this.send('patch', path, body, headers);
  delete = (path: string, headers: Headers = {}) => this.send('delete', path, undefined, headers);

  private async send(
    method: 'get' | 'post' | 'put' | 'patch' | 'delete',
    path: string,
    body: object | undefined,
    headers: Headers,
  ): Promise<request.Response> {
    const call = request(this.url)[method](`/api${path}`).set(headers);
    if (this.cookie) void call.set('Cookie', this.cookie);
    return body === undefined ? call : call.send(body);
  }
}

export type Actor = WorldMember & { says: Voice };

/** A cohort with one person of every kind, each with a voice, and people who have no business there. */
export interface Cast {
  world: World;
  cohort: WorldCohort;
  /** Accompanied by Helve; Ants is her learning partner. */
  marika: Actor;
  ants: Actor;
  /** In the same cohort, with neither partner nor mentor. */
  liis: Actor;
  helve: Actor;
  /** A mentor of the cohort who accompanies nobody. */
  tiina: Actor;
  kadri: Actor;
  maarja: Actor;
  /** An admin without any membership. */
  haldur: WorldAccount & { says: Voice };
  /** A participant of another cohort. */
  stranger: Actor;
  /** Was a participant here. */
  gone: Actor;
  anonymous: Voice;
}

export async function aCast(app: TestApp): Promise<Cast> {
  const world = new World(app.database);
  const cohort = await world.aCohort();
  const withVoice = async <T extends WorldAccount>(who: T): Promise<T & { says: Voice }> => ({
    ...who,
    says: new Voice(app.url, await world.signIn(who)),
  });
  const cast: Cast = {
    world,
    cohort,
    marika: await withVoice(await world.participant(cohort)),
    ants: await withVoice(await world.participant(cohort, 'Ants')),
    liis: await withVoice(await world.participant(cohort, 'Liis')),
    helve: await withVoice(await world.mentor(cohort)),
    tiina: await withVoice(await world.mentor(cohort, 'Tiina')),
    kadri: await withVoice(await world.organizer(cohort)),
    maarja: await withVoice(await world.programLeader(cohort)),
    haldur: await withVoice(await world.admin()),
    stranger: await withVoice(await world.participant(await world.aCohort(), 'Rein')),
    gone: await withVoice(await world.participant(cohort, 'Toivo')),
    anonymous: new Voice(app.url),
  };
  await world.assignment(cast.helve, cast.marika);
  await world.pair(cast.marika, cast.ants);
  await world.endMembership(cast.gone);
  return cast;
}
