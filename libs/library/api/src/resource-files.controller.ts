import { Controller, Delete, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { ShelfDraftView } from '@opiring/contract/shelf';
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
import { canSeeShelf, canWritePage } from './library.policy';
import { ProgrammeFiles } from './programme-files.service';
import { RESOURCE_FILE } from './resource-file.place';

@Controller('programmes/:slug')
export class ResourceFilesController {
  constructor(
    private readonly resources: ProgrammeFiles,
    private readonly files: Files,
  ) {}

  @Post('shelf/resources/:id/file')
  @TakesFile()
  @Rule(canWritePage)
  bring(
    @CallerOf() caller: Caller,
    @Param('slug') slug: string,
    @Param('id', Uuid) id: string,
    @UploadOf() upload: Upload,
    @Once() once: Idempotency | undefined,
  ): Promise<ShelfDraftView> {
    return this.resources.bring(RESOURCE_FILE, caller, slug, id, upload, once);
  }

  @Delete('shelf/resources/:id/file')
  @Rule(canWritePage)
  remove(
    @CallerOf() caller: Caller,
    @Param('slug') slug: string,
    @Param('id', Uuid) id: string,
  ): Promise<ShelfDraftView> {
    return this.resources.remove(RESOURCE_FILE, caller, slug, id);
  }

  @Get('shelf/resources/:id/file')
  @ApiProduces('application/octet-stream')
  @Rule(canSeeShelf)
  async within(
    @CallerOf() caller: Caller,
    @Param('slug') slug: string,
    @Param('id', Uuid) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(this.files, await this.resources.within(RESOURCE_FILE, caller, slug, id), request, reply);
  }

  @Get('resources/:id/file')
  @ApiProduces('application/octet-stream')
  @Public()
  async shown(
    @Param('slug') slug: string,
    @Param('id', Uuid) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(this.files, await this.resources.shown(RESOURCE_FILE, slug, id), request, reply);
  }
}
