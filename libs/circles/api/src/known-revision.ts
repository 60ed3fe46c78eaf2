import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { BadInput } from '@opiring/platform/api';

/** The revision in `If-Match: "n"` where there is something to match; the first telling comes without. */
export const KnownRevision = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | undefined => {
    const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
    if (header === undefined) return undefined;
    const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim());
    if (!match) throw new BadInput({ 'If-Match': ['must be a revision in quotes'] });
    return Number(match[1]);
  },
);
