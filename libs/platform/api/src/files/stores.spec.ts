import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileStore } from './file-store';
import { openStore } from './open-store';

const KEYS = { id: 'AKIDEXAMPLE', secret: 'wJalrXUtnFEMI' };
const sha = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest();

/** Whether the request is signed by who knows the secret: AWS Signature Version 4, worked out anew from what arrived. */
function isSigned({ method, url = '', headers }: IncomingMessage): boolean {
  const [, id, day, region, names, told] =
    /Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (id !== KEYS.id || !day || !region || !names) return false;
  const { pathname, searchParams } = new URL(url, 'http://peer');
  const query = [...searchParams].map(([k, v]) => `${encodeURIComponent(k)}=${encodeURIComponent(v)}`).sort();
  const signed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [
    method,
    pathname,
    query.join('&'),
    signed.join(''),
    names,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const words = `AWS4-HMAC-SHA256\n${headers['x-amz-date'] as string}\n${scope}\n${sha(canonical)}`;
  const key = [region, 's3', 'aws4_request'].reduce(hmac, hmac(`AWS4${KEYS.secret}`, day));
  return hmac(key, words).toString('hex') === told;
}

/** Speaks as much S3 as a store needs: objects in one bucket, whole and in parts, their sums checked. */
function anS3(objects: Map<string, Buffer>): Server {
  return createServer((request, reply) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const [, bucket, key = ''] = /^\/([^/]+)\/([^?]+)/.exec(request.url ?? '') ?? [];
      const object = objects.get(key);
      if (!isSigned(request) || bucket !== 'materjalid') return reply.writeHead(403).end();
      if (request.method === 'PUT') {
        const sum = request.headers['x-amz-checksum-sha256'];
        if (sum !== createHash('sha256').update(body).digest('base64')) return reply.writeHead(400).end();
        objects.set(key, body);
        return reply.writeHead(200, { etag: '"x"' }).end();
      }
      if (request.method === 'DELETE') {
        objects.delete(key);
        return reply.writeHead(204).end();
      }
      if (!object) return reply.writeHead(404).end();
      const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
      const part = from ? object.subarray(Number(from), Number(to) + 1) : object;
      reply.writeHead(from ? 206 : 200, { 'content-length': part.length });
      return reply.end(request.method === 'HEAD' ? undefined : part);
    });
  });
}

describe.each(['folder', 's3'])('files in a %s', (kind) => {
  const objects = new Map<string, Buffer>();
  let folder: string;
  let peer: Server;
  let store: FileStore;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'opiring-store-'));
    peer = anS3(objects).listen(0, '127.0.0.1');
    await new Promise((done) => peer.once('listening', done));
    store = await openStore(kind === 'folder' ? { folder } : { s3: s3() });
  });
  afterAll(async () => {
    peer.closeAllConnections();
    await new Promise((done) => peer.close(done));
    await rm(folder, { recursive: true, force: true });
  });

  const s3 = (secretAccessKey = KEYS.secret) => ({
    bucket: 'materjalid',
    endpoint: `http://127.0.0.1:${(peer.address() as AddressInfo).port}`,
    region: 'eu-north-1',
    accessKeyId: KEYS.id,
    secretAccessKey,
    prefix: 'opiring/',
  });
  const keep = async (bytes: Buffer, into = store): Promise<string> => {
    const path = await into.incoming();
    await writeFile(path, bytes);
    await into.keep(path, sha(bytes), bytes.length);
    await rm(path, { force: true });
    return sha(bytes);
  };
  const read = async (hash: string, from?: number, to?: number): Promise<Buffer | undefined> => {
    const stream = await store.read(hash, from === undefined ? undefined : { from, to: to ?? from });
    return stream && Buffer.concat(await stream.toArray());
  };

  it('are kept, read whole and in parts, and removed', async () => {
    const bytes = randomBytes(300_000);
    const hash = await keep(bytes);
    expect(await read(hash)).toEqual(bytes);
    expect(await read(hash, 10, 19)).toEqual(bytes.subarray(10, 20));
    await store.remove(hash);
    expect(await read(hash)).toBeUndefined();
    await store.remove(hash);
  });

  it('are the same file however often and by how many they are kept', async () => {
    const bytes = randomBytes(10_000);
    const other = await openStore(kind === 'folder' ? { folder } : { s3: s3() });
    await Promise.all([keep(bytes), keep(bytes, other), keep(bytes), keep(bytes, other)]);
    expect(await read(sha(bytes))).toEqual(bytes);
  });

  it('that never arrived are cleared away', async () => {
    const path = await store.incoming();
    await writeFile(path, 'half');
    await utimes(path, new Date(0), new Date(0));
    const fresh = await store.incoming();
    await writeFile(fresh, 'still coming');
    await store.tidy(new Date(1_000));
    const left = await readdir(join(path, '..'));
    expect(left.includes(path.split('/').at(-1) ?? '')).toBe(false);
    expect(left.includes(fresh.split('/').at(-1) ?? '')).toBe(true);
    await rm(fresh);
  });

  it('are not kept where the other side does not know us, or got something else', async () => {
    if (kind === 'folder') return expect(objects.size).toBe(0);
    await expect(keep(randomBytes(9), await openStore({ s3: s3('wrong') }))).rejects.toThrow();
    const path = await store.incoming();
    await writeFile(path, 'one');
    await expect(store.keep(path, sha('other'), 3)).rejects.toThrow();
    expect([...objects.keys()].every((key) => key.startsWith('opiring/'))).toBe(true);
    expect(await read(sha('other'))).toBeUndefined();
    return rm(path);
  });
});
