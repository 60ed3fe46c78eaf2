import { Body, Controller, Delete, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ChangeModule, CreateModule, type ModuleView } from '@opiring/contract/curriculum';
import { type Caller, CallerOf, type Idempotency, Once, Revision, Rule, Uuid } from '@opiring/platform/api';
import { canEditCurriculum } from './curriculum.policy';
import { ModulesService } from './modules.service';

@Controller()
@Rule(canEditCurriculum)
export class ModulesController {
  constructor(private readonly modules: ModulesService) {}

  @Post('cohorts/:cohortId/modules')
  create(
    @CallerOf() caller: Caller,
    @Param('cohortId', Uuid) cohortId: string,
    @Body() body: CreateModule,
    @Once() once: Idempotency | undefined,
  ): Promise<ModuleView> {
    return this.modules.create(caller, cohortId, body, once);
  }

  @Patch('modules/:id')
  change(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Revision() revision: number,
    @Body() body: ChangeModule,
  ): Promise<ModuleView> {
    return this.modules.change(caller, id, revision, body);
  }

  @Delete('modules/:id')
  @HttpCode(204)
  retire(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    return this.modules.retire(caller, id);
  }
}
