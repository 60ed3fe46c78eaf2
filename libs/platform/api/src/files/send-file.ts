import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError, NotFound } from '../domain-error';
import type { ByteRange } from './file-store';
import type { Files, KeptFile } from './files';

class RangeMissed extends DomainError {
  constructor() {
    super('range', 416, 'The file has no such part.');
  }
}

/** The one part a Range header asks for; the whole where it asks for none, for several, or in words we do not know. */
export function rangeOf(header: string | undefined, size: number): ByteRange | undefined {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (!first && !last) return undefined;
  const from = first ? Number(first) : Math.max(0, size - Number(last));
  const to = first && last ? Math.min(Number(last), size - 1) : size - 1;
  if (first && last && Number(last) < from) return undefined;
  if (from >= size || to < from) throw new RangeMissed();
  return { from, to };
}

/** For those who know only ASCII, and then the name as it is (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.normalize('NFKD').replace(/[^\x20-\x7e]|["\\%]/g, '');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

/** How a file leaves. `lasting` is for what everybody may see and what never changes. */
export interface Leaving {
  lasting?: boolean;
}

/** Gives the file out, as a stream: never to be run, framed or guessed at, and in parts where parts are asked for. */
export async function sendFile(
  files: Files,
  { hash, size, type, name }: KeptFile,
  request: FastifyRequest,
  reply: FastifyReply,
  { lasting = false }: Leaving = {},
): Promise<void> {
  const tag = `"${hash}"`;
  void reply.headers({
    etag: tag,
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cross-origin-resource-policy': 'same-origin',
    // Kept by the browser, but asked about each time: who may no longer read it gets it no longer.
    'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'private, no-cache',
  });
  if (request.headers['if-none-match']?.includes(tag)) return void reply.status(304).send();
  const same = request.headers['if-range'];
  const range = same === undefined || same === tag ? rangeOf(request.headers.range, size) : undefined;
  const stream = await files.read(hash, range);
  if (!stream) throw new NotFound();
  if (range) void reply.status(206).header('content-range', `bytes ${range.from}-${range.to}/${size}`);
  await reply
    .headers({
      'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
      'content-length': String(range ? range.to - range.from + 1 : size),
      ...(!lasting && { 'content-disposition': attachment(name) }),
    })
    .send(stream);
}
