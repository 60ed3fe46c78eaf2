import { Body, Controller, Get, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { ActivityView } from '@opiring/contract/curriculum';
import { type MaterialsView, PutMaterials } from '@opiring/contract/materials';
import {
  type Caller,
  CallerOf,
  Files,
  type Idempotency,
  Once,
  Revision,
  Rule,
  sendFile,
  TakesFile,
  type Upload,
  UploadOf,
  Uuid,
} from '@opiring/platform/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { canEditCurriculum, canSeeCurriculum } from '../curriculum.policy';
import { MaterialReading } from './material-reading.service';
import { MaterialsService } from './materials.service';

@Controller()
export class MaterialsController {
  constructor(
    private readonly materials: MaterialsService,
    private readonly reading: MaterialReading,
    private readonly files: Files,
  ) {}

  @Get('cohorts/:cohortId/materials')
  @Rule(canSeeCurriculum)
  list(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<MaterialsView> {
    return this.reading.list(caller, cohortId);
  }

  @Put('activities/:id/materials')
  @Rule(canEditCurriculum)
  put(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Revision() revision: number,
    @Body() body: PutMaterials,
  ): Promise<ActivityView> {
    return this.materials.put(caller, id, revision, body);
  }

  @Post('activities/:id/materials/files')
  @TakesFile()
  @Rule(canEditCurriculum)
  add(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @UploadOf() upload: Upload,
    @Once() once: Idempotency | undefined,
  ): Promise<ActivityView> {
    return this.materials.add(caller, id, upload, once);
  }

  @Get('activities/:id/materials/:materialId')
  @ApiProduces('application/octet-stream')
  @Rule(canSeeCurriculum)
  async read(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Param('materialId', Uuid) materialId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await sendFile(this.files, await this.reading.file(caller, id, materialId), request, reply);
  }
}
