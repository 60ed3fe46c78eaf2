import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import statics from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const policy = (nonce: string): string =>
  [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `frame-ancestors 'none'`,
    `form-action 'self'`,
  ].join('; ');

/** Serves the built web app: files as they are (compressed beforehand), every other path as its start page. */
export async function serveWeb(server: FastifyInstance, root: string): Promise<void> {
  const page = await readFile(join(root, 'index.html'), 'utf8');
  await server.register(statics, { root, serve: false, preCompressed: true, index: false });
  server.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (path === '/api' || path.startsWith('/api/')) return reply.callNotFound();
    if (/\.[a-z0-9]{2,12}$/i.test(path) && path !== '/index.html') {
      // Names with a hash never change; all else is asked for again.
      const lasting = /^\/(chunk|main|styles)-[\w-]{8}\.(js|css)$/.test(path);
      void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
      // The service worker fetches what the pages are made of, and only from here.
      if (path === '/sw.js') void reply.header('content-security-policy', `default-src 'self'`);
      return reply.sendFile(decodeURIComponent(path).replace(/^\/+/, ''), { cacheControl: false });
    }
    const nonce = randomBytes(16).toString('base64url');
    return reply
      .header('content-security-policy', policy(nonce))
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('CSP_NONCE', nonce));
  });
}
