import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import {
  ChangeCompletion,
  type CompletionPreviewView,
  type CompletionView,
} from '@opiring/contract/certificates';
import { type Caller, CallerOf, Revision, Rule, Uuid } from '@opiring/platform/api';
import { canChangeRule, canIssue, canSeeRule } from './certificate.policy';
import { CompletionService } from './completion.service';

@Controller('cohorts/:cohortId/completion')
export class CompletionController {
  constructor(private readonly completion: CompletionService) {}

  @Get()
  @Rule(canSeeRule)
  read(@CallerOf() caller: Caller, @Param('cohortId', Uuid) cohortId: string): Promise<CompletionView> {
    return this.completion.read(caller, cohortId);
  }

  @Put()
  @Rule(canChangeRule)
  change(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Revision() revision: number,
    @Body() body: ChangeCompletion,
  ): Promise<CompletionView> {
    return this.completion.change(caller, cohortId, revision, body);
  }

  @Post('preview')
  @HttpCode(200)
  @Rule(canIssue)
  preview(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: ChangeCompletion,
  ): Promise<CompletionPreviewView> {
    return this.completion.preview(caller, cohortId, body);
  }
}
