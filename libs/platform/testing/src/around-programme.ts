import request from 'supertest';
import type { TestApp } from './test-app';
import { World, type WorldCohort } from './world';

type Method = 'get' | 'post' | 'patch' | 'put' | 'delete';

/** People around one programme's page and shelf, called by their names; `nobody` has no session. */
export interface AroundProgramme {
  world: World;
  cohort: WorldCohort;
  /** A path that does not begin with /api is the programme's. */
  api: (method: Method, path: string, who?: string) => request.Test;
}

/** A programme that is not published, with one cohort. */
export async function aroundProgramme(app: TestApp): Promise<AroundProgramme> {
  const world = new World(app.database);
  const cohort = await world.aCohort();
  await app.database.query('UPDATE programmes SET published_at = NULL WHERE slug = $1', [cohort.slug]);
  const cookies: Record<string, string> = {
    kadri: await world.signIn(await world.organizer(cohort)),
    maarja: await world.signIn(await world.programLeader(cohort)),
    marika: await world.signIn(await world.participant(cohort)),
    outsider: await world.signIn(await world.organizer(await world.aCohort())),
    admin: await world.signIn(await world.admin()),
  };
  const api: AroundProgramme['api'] = (method, path, who = 'kadri') =>
    request(app.url)
      [method](path.startsWith('/api/') ? path : `/api/programmes/${cohort.slug}${path}`)
      .set('cookie', cookies[who] ?? '');
  return { world, cohort, api };
}
