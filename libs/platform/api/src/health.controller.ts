import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from './domain-error';
import { Public } from './rule';

class NotReady extends DomainError {
  constructor() {
    super('not-ready', 503, 'Not ready yet, or no more.');
  }
}

/** For balancers and for the start command. */
@Controller('health')
@Public()
export class HealthController {
  private leaving = false;

  constructor(private readonly source: DataSource) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(): Promise<{ status: string }> {
    if (this.leaving) throw new NotReady();
    await this.source.query('SELECT 1').catch(() => {
      throw new NotReady();
    });
    return { status: 'ready' };
  }

  /** Called by Nest at SIGTERM, before connections are closed. */
  beforeApplicationShutdown(): void {
    this.leaving = true;
  }
}
