import { Body, Controller, Get, HttpCode, Patch, Put } from '@nestjs/common';
import { ChangeAccount, type MeView, SetPassword } from '@opiring/contract/identity';
import { type Caller, CallerOf, isSignedIn, Rule } from '@opiring/platform/api';
import { MeService } from './me.service';

@Controller('me')
@Rule(isSignedIn)
export class MeController {
  constructor(private readonly service: MeService) {}

  @Get()
  me(@CallerOf() caller: Caller): Promise<MeView> {
    return this.service.me(caller);
  }

  @Patch()
  change(@CallerOf() caller: Caller, @Body() body: ChangeAccount): Promise<MeView> {
    return this.service.change(caller, body);
  }

  @Put('password')
  @HttpCode(204)
  setPassword(@CallerOf() caller: Caller, @Body() body: SetPassword): Promise<void> {
    return this.service.setPassword(caller, body);
  }
}
