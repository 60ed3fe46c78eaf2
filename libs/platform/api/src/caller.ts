import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** The bearer of a session token. Who it is, only the transaction that opens the session knows. */
export interface Caller {
  readonly tokenHash: Buffer;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
    /** Another system's token, on the routes that are for those alone. */
    bearer?: Caller;
  }
}

/** Tokens are stored and compared as SHA-256 only. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export const BearerOf = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().bearer,
);

export const CallerOf = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>().caller,
);
