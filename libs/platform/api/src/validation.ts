import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { BadInput } from './domain-error';

/** Only the named fields, each as its class says. */
export const validation = () =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new BadInput(fieldsOf(errors)),
  });

function fieldsOf(errors: ValidationError[], path = ''): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const error of errors) {
    const at = path ? `${path}.${error.property}` : error.property;
    if (error.constraints) fields[at] = Object.values(error.constraints);
    Object.assign(fields, fieldsOf(error.children ?? [], at));
  }
  return fields;
}

const DEEPEST = 64;

/** PostgreSQL holds neither NUL nor half a character; such text is refused where it comes in, named by its path. */
export function unstorable(value: unknown, path = '', depth = 0): string | undefined {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed() ? path : undefined;
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return undefined;
  if (depth > DEEPEST) return path;
  for (const [key, inner] of Object.entries(value)) {
    const at = path ? `${path}.${key}` : key;
    const found = unstorable(key, at) ?? unstorable(inner, at, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Looks at every body, query and path before a controller does. */
export function refuseUnstorable(server: FastifyInstance): void {
  server.addHook('preValidation', async (request) => {
    const at =
      unstorable(request.body, 'body') ??
      unstorable(request.query, 'query') ??
      unstorable(request.params, 'path');
    if (at !== undefined)
      throw new BadInput({
        [at.replace(/^body\./, '')]: ['holds characters that are no text, or is too deep'],
      });
  });
}
