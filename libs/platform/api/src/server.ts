import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { Type, DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { factsOf, openApiOf } from './openapi';
import type { PlatformOptions } from './platform.options';
import { refuseAtTheDoor } from './problem.filter';
import { refuseUnsafeRole } from './safe-role';
import { refuseUnstorable } from './validation';
import { serveWeb } from './web-files';

const BODY_LIMIT = 1024 * 1024;
const ARCHIVE_LIMIT = 48 * BODY_LIMIT;
/** Characters of an answer from which it is sent as bytes. */
const LONG = 16 * 1024;
/** A file comes slowly from where the line is thin; everything else is short. */
const UPLOAD_TIME = 300_000;
const BODY_TIME = 30_000;
const ASKED_ID = /^[A-Za-z0-9-]{8,64}$/;

/** Nest on Fastify with everything that holds for all routes; the caller listens. */
export async function createServer(
  module: Type | DynamicModule,
  options: PlatformOptions,
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: options.trustProxy ?? false,
    requestTimeout: UPLOAD_TIME,
    forceCloseConnections: 'idle',
    frameworkErrors: refuseAtTheDoor,
    routerOptions: { maxParamLength: 200 },
    genReqId: (request: IncomingMessage) => {
      const asked = request.headers['x-request-id'];
      return typeof asked === 'string' && ASKED_ID.test(asked) ? asked : randomUUID();
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const server = adapter.getInstance() as unknown as FastifyInstance;
  await server.register(cookie);
  await server.register(helmet, {
    contentSecurityPolicy: { directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: options.publicUrl.startsWith('https:') ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  server.addHook('onSend', async (request, reply, payload: unknown) => {
    void reply.header('x-request-id', request.id);
    // Node takes a third more of the processor to send 400 kB as a text than as bytes.
    return typeof payload === 'string' && payload.length > LONG ? Buffer.from(payload) : undefined;
  });
  server.addContentTypeParser(
    ['application/zip', 'application/gzip'],
    { parseAs: 'buffer', bodyLimit: ARCHIVE_LIMIT },
    (_, body, done) => done(null, body),
  );
  await server.register(multipart);
  refuseSlow(server);
  refuseUnstorable(server);
  await refuseUnsafeRole(app.get(DataSource));
  app.setGlobalPrefix('api');
  if (options.webRoot) await serveWeb(server, options.webRoot);
  let document: OpenAPIObject | undefined;
  const whole = () => (document ??= openApiOf(app));
  server.get('/api/openapi.json', whole);
  server.get('/api/v1/openapi.json', () => factsOf(whole(), options.publicUrl));
  app.enableShutdownHooks();
  await app.init();
  return app;
}

/** A body that trickles in is not waited for; only files are. */
function refuseSlow(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ raw, headers }) => {
    const comes = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
    if (!comes || headers['content-type']?.startsWith('multipart/form-data')) return;
    const timer = setTimeout(() => !raw.complete && raw.destroy(), BODY_TIME);
    timer.unref();
    raw.once('close', () => clearTimeout(timer));
  });
}
