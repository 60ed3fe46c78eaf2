import { createHash } from 'node:crypto';
import { Body, Controller, Get, Header, Headers, HttpCode, Ip, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { LeaveInterest, type PublicProgrammeView } from '@opiring/contract/library';
import { Public } from '@opiring/platform/api';
import { InterestsService } from './interests.service';
import { ProgrammeService } from './programme.service';

@Controller('programmes/:slug')
@Public()
export class ProgrammeController {
  constructor(
    private readonly programmes: ProgrammeService,
    private readonly interests: InterestsService,
  ) {}

  @Get()
  @Header('cache-control', 'public, max-age=60')
  async programme(
    @Param('slug') slug: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicProgrammeView | undefined> {
    const view = await this.programmes.publicPage(slug);
    const etag = `"${createHash('sha256').update(JSON.stringify(view)).digest('base64url')}"`;
    void reply.header('etag', etag);
    if (!known?.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag)) return view;
    void reply.status(304);
    return undefined;
  }

  /** The answer is the same for a new address and a known one. */
  @Post('interests')
  @HttpCode(202)
  leaveInterest(
    @Param('slug') slug: string,
    @Body() body: LeaveInterest,
    @Ip() address: string,
  ): Promise<void> {
    return this.interests.leave(slug, body, address);
  }
}
