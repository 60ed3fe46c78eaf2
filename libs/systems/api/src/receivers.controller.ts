import { Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import {
  DeliveriesAfter,
  type DeliveriesView,
  type MadeReceiver,
  type ReceiverView,
} from '@opiring/contract/systems';
import { type Caller, CallerOf, Rule, Uuid } from '@opiring/platform/api';
import { Carrier } from './carrier';
import { ReceiversService } from './receivers.service';
import { canManageSystems } from './systems.policy';

/** One webhook or record store. */
@Controller('receivers/:id')
@Rule(canManageSystems)
export class ReceiversController {
  constructor(
    private readonly receivers: ReceiversService,
    private readonly carrier: Carrier,
  ) {}

  @Delete()
  @HttpCode(204)
  remove(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    return this.receivers.remove(caller, id);
  }

  /** A new secret; the one before signs for a day more. */
  @Post('secrets')
  rotate(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<MadeReceiver> {
    return this.receivers.rotate(caller, id);
  }

  /** Sent at once, answered for later: the deliveries say how it went. */
  @Post('pings')
  @HttpCode(202)
  async ping(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<void> {
    await this.receivers.ping(caller, id);
    void this.carrier.deliver();
  }

  @Post('resumption')
  @HttpCode(200)
  resume(@CallerOf() caller: Caller, @Param('id', Uuid) id: string): Promise<ReceiverView> {
    return this.receivers.resume(caller, id);
  }

  @Get('deliveries')
  @ApiQuery({ name: 'after', required: false, schema: { type: 'string', format: 'uuid' } })
  deliveries(
    @CallerOf() caller: Caller,
    @Param('id', Uuid) id: string,
    @Query() { after }: DeliveriesAfter,
  ): Promise<DeliveriesView> {
    return this.receivers.deliveries(caller, id, after);
  }
}
