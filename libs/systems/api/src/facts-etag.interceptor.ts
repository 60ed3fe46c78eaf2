import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';

/** Names an answer by what it says; whoever has it already is told so in a line. */
@Injectable()
export class FactsEtag implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const { headers } = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      map((view) => {
        const etag = `"${createHash('sha256').update(JSON.stringify(view)).digest('base64url').slice(0, 27)}"`;
        void reply.headers({ etag, 'cache-control': 'private, no-cache' });
        const known = headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''));
        if (!known?.some((each) => each === etag || each === '*')) return view;
        void reply.status(304);
        return undefined;
      }),
    );
  }
}
