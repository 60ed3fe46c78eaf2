import { Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { PageView } from '@opiring/contract/library';
import {
  type Caller,
  CallerOf,
  Files,
  type Idempotency,
  Once,
  Public,
  Rule,
  sendFile,
  TakesFile,
  type Upload,
  UploadOf,
  Uuid,
} from '@opiring/platform/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { canSeePartners, canWritePage } from './library.policy';
import { LOGO } from './logo.place';
import { ProgrammeFiles } from './programme-files.service';

@Controller('programmes/:slug')
export class LogosController {
  constructor(
    private readonly logos: ProgrammeFiles,
    private readonly files: Files,
  ) {}

  @Post('partners/:partnerId/logo')
  @TakesFile()
  @Rule(canWritePage)
  bring(
    @CallerOf() caller: Caller,
    @Param('slug') slug: string,
    @Param('partnerId', Uuid) partnerId: string,
    @UploadOf() upload: Upload,
    @Once() once: Idempotency | undefined,
  ): Promise<PageView> {
    return this.logos.bring(LOGO, caller, slug, partnerId, upload, once);
  }

  @Delete('partners/:partnerId/logo')
  @Rule(canWritePage)
  remove(
    @CallerOf() caller: Caller,
    @Param('slug') slug: string,
    @Param('partnerId', Uuid) partnerId: string,
  ): Promise<PageView> {
    return this.logos.remove(LOGO, caller, slug, partnerId);
  }

  @Get('page/logos/:hash')
  @ApiProduces('image/*')
  @Rule(canSeePartners)
  async within(
    @CallerOf() caller: Caller,
    @Param('slug') slug: string,
    @Param('hash') hash: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(this.files, await this.logos.within(LOGO, caller, slug, hash), request, reply);
  }

  @Get('logos/:hash')
  @ApiProduces('image/*')
  @Public()
  async shown(
    @Param('slug') slug: string,
    @Param('hash') hash: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(this.files, await this.logos.shown(LOGO, slug, hash), request, reply, { lasting: true });
  }
}
