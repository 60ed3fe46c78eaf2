import { Body, Controller, Delete, Get, Param, Patch, Post, Put } from '@nestjs/common';
import {
  ChangeStory,
  PublishPrinciples,
  PutResources,
  type ShelfDraftView,
  WriteStory,
} from '@opiring/contract/shelf';
import { type Caller, CallerOf, type Idempotency, Once, Revision, Rule, Uuid } from '@opiring/platform/api';
import { canWritePage } from './library.policy';
import { ShelfService } from './shelf.service';

@Controller()
@Rule(canWritePage)
export class ShelfController {
  constructor(private readonly shelf: ShelfService) {}

  @Get('programmes/:slug/shelf')
  read(@CallerOf() caller: Caller, @Param('slug') slug: string): Promise<ShelfDraftView> {
    return this.shelf.read(caller, slug);
  }

  @Put('programmes/:slug/shelf/resources')
  putResources(
    @CallerOf() caller: Caller,
    @Param('slug') slug: string,
    @Revision() revision: number,
    @Body() body: PutResources,
  ): Promise<ShelfDraftView> {
    return this.shelf.putResources(caller, slug, revision, body);
  }

  @Post('programmes/:slug/shelf/stories')
  addStory(
    @CallerOf() caller: Caller,
    @Param('slug') slug: string,
    @Body() body: WriteStory,
    @Once() once: Idempotency | undefined,
  ): Promise<ShelfDraftView> {
    return this.shelf.addStory(caller, slug, body, once);
  }

  @Post('programmes/:slug/shelf/principles')
  publishPrinciples(
    @CallerOf() caller: Caller,
    @Param('slug') slug: string,
    @Body() body: PublishPrinciples,
    @Once() once: Idempotency | undefined,
  ): Promise<ShelfDraftView> {
    return this.shelf.publishPrinciples(caller, slug, body, once);
  }

  @Patch('stories/:id')
  changeStory(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Body() body: ChangeStory,
  ): Promise<ShelfDraftView> {
    return this.shelf.changeStory(caller, id, body);
  }

  @Delete('stories/:id')
  removeStory(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<ShelfDraftView> {
    return this.shelf.removeStory(caller, id);
  }
}
