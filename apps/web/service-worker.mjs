// Lets the app start without a network. It keeps the built files of one version and nothing else: no answer of the
// API, nothing of anybody's. A page asked for comes from the network while the network answers in time.

/** Set by the build: the fingerprint of all files, and their paths. */
const VERSION = 'unbuilt';
const FILES = new Set([]);

const CACHE = `opiring-${VERSION}`;
const PAGE = '/';
/** Milliseconds a network may take before what is kept is shown. */
const PATIENCE = 2500;
/** Names with a fingerprint never change what they name. */
const LASTING = /^\/(chunk|main|styles)-[\w-]{8}\.(js|css)$/;

let slowUntil = 0;

async function fetchInto(cache, path) {
  const known = LASTING.test(path) ? await caches.match(path) : undefined;
  const answer = known ?? (await fetch(path, { cache: 'no-cache' }));
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  await cache.put(path, answer);
}

/** All or nothing: a version that is not whole is not used. */
async function keepAll() {
  const cache = await caches.open(CACHE);
  await Promise.all([PAGE, ...FILES].map((path) => fetchInto(cache, path)));
  await self.skipWaiting();
}

/** A tab may still run the version before this one, so that one stays too. */
async function dropOld() {
  const ours = (await caches.keys()).filter((name) => name.startsWith('opiring-') && name !== CACHE);
  await Promise.all(ours.slice(0, -1).map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function kept(path) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? (await caches.match(path));
}

/** The network's answer; what is kept where none comes, comes too late, or says that the server is down. */
async function fresh(path, asked) {
  let answered = false;
  const answer = asked.then((one) => {
    answered = true;
    return one.status < 500 ? one : kept(path).then((own) => own ?? one);
  });
  const inTime = new Promise((resolve) => {
    // Once a network was found slow, the next files of the same page do not wait for it again.
    const wait = Date.now() < slowUntil ? 0 : PATIENCE;
    setTimeout(() => {
      if (answered) return;
      slowUntil = Date.now() + 4 * PATIENCE;
      void kept(path).then((own) => own && resolve(own));
    }, wait);
  });
  try {
    return await Promise.race([answer, inTime]);
  } catch (error) {
    const own = await kept(path);
    if (own) return own;
    throw error;
  }
}

async function page(event) {
  const asked = Promise.resolve(event.preloadResponse).then((preloaded) => preloaded ?? fetch(event.request));
  return fresh(PAGE, asked);
}

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(dropOld()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname === '/api' || pathname.startsWith('/api/')) return;
  if (FILES.has(pathname)) {
    event.respondWith(
      LASTING.test(pathname)
        ? kept(pathname).then((own) => own ?? fetch(request))
        : fresh(pathname, fetch(request)),
    );
  } else if (request.mode === 'navigate' && !/\.[a-z0-9]{2,12}$/i.test(pathname)) {
    event.respondWith(page(event));
  }
});
