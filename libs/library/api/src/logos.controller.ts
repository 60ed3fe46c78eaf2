import { Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProduces } from '@nestjs/swagger';
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
  type Upload,
  UploadOf,
  Uuid,
} from '@opiring/platform/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { canSeePartners, canWritePage } from './library.policy';
import { LogosService } from './logos.service';

@Controller('programmes/:slug')
export class LogosController {
  constructor(
    private readonly logos: LogosService,
    private readonly files: Files,
  ) {}

  @Post('partners/:partnerId/logo')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: { file: { type: 'string', format: 'binary' } },
    },
  })
  @Rule(canWritePage)
  bring(
    @CallerOf() caller: Caller,
    @Param('slug') slug: string,
    @Param('partnerId', Uuid) partnerId: string,
    @UploadOf() upload: Upload,
    @Once() once: Idempotency | undefined,
  ): Promise<PageView> {
    return this.logos.bring(caller, slug, partnerId, upload, once);
  }

  @Delete('partners/:partnerId/logo')
  @Rule(canWritePage)
  remove(
    @CallerOf() caller: Caller,
    @Param('slug') slug: string,
    @Param('partnerId', Uuid) partnerId: string,
  ): Promise<PageView> {
    return this.logos.remove(caller, slug, partnerId);
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
    await sendFile(this.files, await this.logos.within(caller, slug, hash), request, reply);
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
    await sendFile(this.files, await this.logos.shown(slug, hash), request, reply, { lasting: true });
  }
}
