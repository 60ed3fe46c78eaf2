import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { QueryFailedError } from 'typeorm';
import type { ProblemView } from '@opiring/contract/problem';
import { DomainError, Stale } from './domain-error';

const PROBLEM = 'application/problem+json; charset=utf-8';

interface Told {
  status: number;
  code: string;
  detail: string;
  fields?: Record<string, string[]> | undefined;
  current?: unknown;
  reasons?: readonly object[] | undefined;
}

const TITLES: Record<number, string> = {
  400: 'Bad input',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'No such deed',
  409: 'Conflict',
  412: 'Changed meanwhile',
  413: 'Too large',
  415: 'Not a kind we read',
  416: 'No such part',
  422: 'Not acceptable',
  428: 'Revision needed',
  429: 'Too many attempts',
  500: 'Something went wrong',
  503: 'Not available now',
};

/** Every error leaves as RFC 9457; unknown faults are logged with the request's id and say nothing. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const told = tell(error);
    if (told.status >= 500) {
      // A query's error carries its parameters; only the message and the place are safe to keep.
      this.log.error(
        `${request.id} ${request.method} ${request.routeOptions?.url ?? '-'}: ${faultOf(error)}`,
      );
    }
    const problem = problemOf(told, request.id);
    if (error instanceof DomainError) void reply.headers(error.headers);
    if (told.status === 503) void reply.header('retry-after', '1');
    void reply
      .status(told.status)
      .header('cache-control', 'no-store')
      .header('content-type', PROBLEM)
      .send(JSON.stringify(problem));
  }
}

const problemOf = (told: Told, requestId: string): ProblemView => ({
  type: `urn:opiring:problem:${told.code}`,
  title: TITLES[told.status] ?? 'Problem',
  status: told.status,
  code: told.code,
  detail: told.detail,
  ...(told.fields && { fields: told.fields }),
  ...(told.current !== undefined && { current: told.current }),
  ...(told.reasons && { reasons: told.reasons }),
  requestId,
});

/** What the server itself refuses before a route is found, in the same shape: a path that is none. */
export function refuseAtTheDoor(_: unknown, request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .status(400)
    .header('cache-control', 'no-store')
    .header('content-type', PROBLEM)
    .send(JSON.stringify(problemOf(byStatus(400), request.id)));
}

function tell(error: unknown): Told {
  if (error instanceof DomainError) {
    const { status, code, detail, fields, reasons } = error;
    return {
      status,
      code,
      detail,
      fields,
      reasons,
      ...(error instanceof Stale && { current: error.current }),
    };
  }
  if (error instanceof HttpException) return byStatus(error.getStatus());
  const code = (error as { code?: unknown } | null)?.code;
  if (error instanceof QueryFailedError || typeof code === 'string') {
    const known = byDatabase(String((error as { code?: unknown }).code), error);
    if (known) return known;
  }
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) return byStatus(status);
  return byStatus(500);
}

function byStatus(status: number): Told {
  if (status === 404) return { status, code: 'not-found', detail: 'There is nothing here for you.' };
  const title = TITLES[status] ?? 'Problem';
  const fallback = status >= 500 ? 500 : 400;
  const known = TITLES[status] ? status : fallback;
  return { status: known, code: title.toLowerCase().replaceAll(' ', '-'), detail: `${title}.` };
}

const UNAVAILABLE = /^(08...|57P0.|53...|57014|55P03|25P0[23]|ECONN.*|EPIPE|ETIMEDOUT)$/;

function byDatabase(code: string, error: unknown): Told | undefined {
  if (code === '23505') return { status: 409, code: 'already-there', detail: 'There is one already.' };
  if (code === '23503')
    return { status: 409, code: 'refers-to-nothing', detail: 'It refers to something that is not there.' };
  if (code === '40001' || code === '40P01')
    return { status: 503, code: 'try-again', detail: 'Somebody was faster. Try again.' };
  if (code.startsWith('22') || code === '23514')
    return { status: 400, code: 'bad-input', detail: 'A value is out of range.' };
  if (UNAVAILABLE.test(code)) return byStatus(503);
  if (/Connection terminated|timeout exceeded when trying to connect/.test((error as Error).message))
    return byStatus(503);
  return undefined;
}

const faultOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'a fault that is no error';
  const place = error.stack
    ?.split('\n')
    .slice(1, 6)
    .map((line) => line.trim())
    .join(' ');
  const message =
    error instanceof QueryFailedError
      ? `query failed (${String((error as { code?: unknown }).code)})`
      : error.message;
  return `${error.name}: ${message} ${place ?? ''}`;
};
