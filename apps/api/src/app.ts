import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createServer, type PlatformOptions } from '@opiring/platform/api';
import { AppModule } from './app.module';

/** The whole API, ready to listen. */
export const createApp = (options: PlatformOptions): Promise<NestFastifyApplication> =>
  createServer(AppModule.forRoot(options), options);
