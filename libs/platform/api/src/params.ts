import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext, Injectable, type PipeTransform } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BadInput, DomainError, NotFound } from './domain-error';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What is no id names nothing: the same 404 as for an unknown one. */
@Injectable()
export class Uuid implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!UUID.test(value)) throw new NotFound();
    return value.toLowerCase();
  }
}

class RevisionNeeded extends DomainError {
  constructor() {
    super('revision-needed', 428, 'Say with If-Match which revision you changed.');
  }
}

/** The revision in `If-Match: "n"`; 428 without. */
export const Revision = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined) throw new RevisionNeeded();
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
  if (!match) throw new BadInput({ 'If-Match': ['must be a revision in quotes'] });
  return Number(match[1]);
});

/** A request's Idempotency-Key with what it was sent for. */
export interface Idempotency {
  key: string;
  route: string;
  hash: Buffer;
}

/** The request's Idempotency-Key, or nothing. */
export const Once = createParamDecorator((_: unknown, context: ExecutionContext): Idempotency | undefined => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new BadInput({ 'Idempotency-Key': ['must be 1 to 200 printable characters'] });
  }
  const hash = createHash('sha256')
    .update(JSON.stringify(request.body ?? null))
    .digest();
  return { key, route: `${request.method} ${request.url.split('?')[0] ?? ''}`, hash };
});
