import type { Route } from './routes';
import { bodyFor } from './bodies';
import { type Caller, CALLERS, type Stage } from './stage';

/** A secret found where it must not be. */
export interface Leak {
  caller: Caller;
  route: string;
  word: string;
}

const WRITES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** Ends the walker's own session; walked last and by itself. */
const LEAVING = /\/api\/sessions?$/;

/** Every filling of a route's parameters with the stage's ids. */
function* fillings(path: string, ids: string[]): Generator<string> {
  const parameter = /:\w+/.exec(path);
  if (!parameter) {
    yield path;
    return;
  }
  const values = parameter[0] === ':slug' ? ['dialoogid-kogukonnas'] : ids;
  for (const id of values) yield* fillings(path.replace(parameter[0], id), ids);
}

/** Which ids stand where: the cohort where a cohort is meant, every kind of thing where an `id` is. */
function urlsOf(route: Route, { ids }: Stage): string[] {
  const path = route.path.replace(':cohortId', ids.cohort).replace(':membershipId', ids.membership);
  const urls = [...fillings(path, [...new Set(Object.values(ids))])];
  const lists =
    /\/entries$/.test(path) && route.method === 'GET' ? urls.map((url) => `${url}?shared=with-me`) : [];
  const matrix = /\/progress$/.test(path) ? urls.map((url) => `${url}?by=activity`) : [];
  return [...urls, ...lists, ...matrix];
}

/** An open stream never ends by itself: what it says at first, then it is left. */
export async function textOf(answer: Response): Promise<string> {
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) return answer.text();
  const reader = answer.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return Buffer.from(first?.value ?? []).toString();
}

async function send(
  stage: Stage,
  caller: Caller,
  method: string,
  url: string,
  body: object,
): Promise<string> {
  const cookie = stage.cookies[caller];
  const answer = await fetch(`${stage.app.url}${url}`, {
    method,
    headers: {
      ...(cookie && { cookie }),
      ...(WRITES.has(method) && { 'content-type': 'application/json', 'if-match': '"1"' }),
    },
    ...(WRITES.has(method) && { body: JSON.stringify(body) }),
  });
  return `${answer.status} ${JSON.stringify([...answer.headers])} ${await textOf(answer)}`;
}

/** The same stage with only Marika's two texts and what hangs on them standing where an id can stand. */
export const narrowed = (stage: Stage): Stage => {
  const { cohort, membership, private: own, shared, share, note } = stage.ids;
  const rest = { reply: note, activity: own, meeting: own, module: own, circle: own, exception: own };
  return { ...stage, ids: { cohort, membership, private: own, shared, share, note, ...rest } };
};

/** Sends the routes as everybody to everything and reports each secret that reached somebody it is not for. */
export async function walk(
  stage: Stage,
  routes: Route[],
  callers: readonly Caller[] = CALLERS,
): Promise<{ requests: number; leaks: Leak[] }> {
  const leaks: Leak[] = [];
  let requests = 0;
  for (const route of routes.filter(({ path }) => !LEAVING.test(path))) {
    for (const url of urlsOf(route, stage)) {
      const answers = await Promise.all(
        callers.map((caller) => send(stage, caller, route.method, url, bodyFor(route.path))),
      );
      requests += answers.length;
      for (const [index, text] of answers.entries()) {
        const caller = callers[index] ?? 'anonymous';
        for (const { word, readers } of stage.canaries) {
          if (text.includes(word) && !readers.includes(caller))
            leaks.push({ caller, route: `${route.method} ${route.path}`, word });
        }
      }
    }
  }
  return { requests, leaks };
}
