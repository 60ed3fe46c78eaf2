import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { type Caller, hashOf } from './caller';
import { NotAllowed, NotSignedIn, TokenRefused } from './domain-error';
import { PlatformOptions } from './platform.options';
import { FOR_TOKENS, PUBLIC } from './rule';
import { sessionCookie } from './session-cookie';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Refuses foreign origins and strangers before anything else is looked at. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly options: PlatformOptions,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!SAFE.has(request.method) && this.isForeign(request)) {
      throw new NotAllowed('This request came from another site.');
    }
    const on = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(FOR_TOKENS, on)) {
      request.bearer = bearerOf(request);
      return true;
    }
    const token = request.cookies[sessionCookie(this.options.publicUrl)];
    if (token) request.caller = { tokenHash: hashOf(token) };
    const open = this.reflector.getAllAndOverride<boolean>(PUBLIC, on);
    if (!open && !request.caller) throw new NotSignedIn();
    return true;
  }

  /** Browsers tell where a request comes from; clients that are no browser carry no cookies of others. */
  private isForeign(request: FastifyRequest): boolean {
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
    const origin = request.headers.origin;
    if (origin === undefined) return false;
    if (!URL.canParse(origin)) return true;
    const { host } = new URL(origin);
    return host !== request.headers.host && host !== new URL(this.options.publicUrl).host;
  }
}

const BEARER = /^Bearer +([\w~.+/-]{20,200}=*)$/i;

function bearerOf({ headers }: FastifyRequest): Caller {
  const token = BEARER.exec(headers.authorization ?? '')?.[1];
  if (!token) throw new TokenRefused();
  return { tokenHash: hashOf(token) };
}
