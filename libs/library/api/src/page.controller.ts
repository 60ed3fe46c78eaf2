import { Body, Controller, Delete, Get, Param, Patch, Put } from '@nestjs/common';
import { ChangePage, type PageView } from '@opiring/contract/library';
import { type Caller, CallerOf, Revision, Rule } from '@opiring/platform/api';
import { canWritePage } from './library.policy';
import { PageService } from './page.service';

/** The public page for those who write it. */
@Controller('programmes/:slug')
@Rule(canWritePage)
export class PageController {
  constructor(private readonly page: PageService) {}

  @Get('page')
  read(@CallerOf() caller: Caller, @Param('slug') slug: string): Promise<PageView> {
    return this.page.read(caller, slug);
  }

  @Patch('page')
  change(
    @CallerOf() caller: Caller,
    @Param('slug') slug: string,
    @Revision() revision: number,
    @Body() body: ChangePage,
  ): Promise<PageView> {
    return this.page.change(caller, slug, revision, body);
  }

  @Put('publication')
  publish(@CallerOf() caller: Caller, @Param('slug') slug: string): Promise<PageView> {
    return this.page.publish(caller, slug);
  }

  @Delete('publication')
  withdraw(@CallerOf() caller: Caller, @Param('slug') slug: string): Promise<PageView> {
    return this.page.withdraw(caller, slug);
  }
}
