import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { type SessionView, SignIn, UseSignInLink } from '@opiring/contract/identity';
import {
  type Caller,
  CallerOf,
  cookieAttributes,
  isSignedIn,
  PlatformOptions,
  Public,
  Rule,
  sessionCookie,
  Uuid,
} from '@opiring/platform/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type NewSession, type Origin, SESSION_SECONDS, SessionsService } from './sessions.service';

const originOf = (request: FastifyRequest): Origin => ({
  address: request.ip,
  userAgent: request.headers['user-agent'] ?? '',
});

/** Coming in and going out. The token is in the cookie alone, never in a body. */
@Controller()
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly options: PlatformOptions,
  ) {}

  @Post('session')
  @Public()
  async signIn(
    @Body() body: SignIn,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ accountId: string }> {
    return this.seat(await this.sessions.byPassword(body, originOf(request)), reply);
  }

  @Post('session/link')
  @Public()
  async useLink(
    @Body() { token }: UseSignInLink,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ accountId: string }> {
    return this.seat(await this.sessions.byLink(token, originOf(request)), reply);
  }

  @Delete('session')
  @Rule(isSignedIn)
  @HttpCode(204)
  async signOut(@CallerOf() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.endCurrent(caller);
    this.clear(reply);
  }

  @Get('sessions')
  @Rule(isSignedIn)
  async list(@CallerOf() caller: Caller): Promise<{ sessions: SessionView[] }> {
    return { sessions: await this.sessions.list(caller) };
  }

  @Delete('sessions')
  @Rule(isSignedIn)
  @HttpCode(204)
  async endAll(@CallerOf() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.endAll(caller);
    this.clear(reply);
  }

  @Delete('sessions/:id')
  @Rule(isSignedIn)
  @HttpCode(204)
  end(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    return this.sessions.end(caller, id);
  }

  private seat({ token, accountId }: NewSession, reply: FastifyReply): { accountId: string } {
    const { publicUrl } = this.options;
    void reply.setCookie(sessionCookie(publicUrl), token, cookieAttributes(publicUrl, SESSION_SECONDS));
    return { accountId };
  }

  private clear(reply: FastifyReply): void {
    const { publicUrl } = this.options;
    void reply.setCookie(sessionCookie(publicUrl), '', cookieAttributes(publicUrl, 0));
  }
}
