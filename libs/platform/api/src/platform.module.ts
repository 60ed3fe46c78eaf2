import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EtagInterceptor } from './etag.interceptor';
import { Files, FileStore, FileSweep, openStore } from './files';
import { HealthController } from './health.controller';
import { NewsLine } from './news-line';
import { PlatformOptions } from './platform.options';
import { ProblemFilter } from './problem.filter';
import { SessionGuard } from './session.guard';
import { validation } from './validation';
import { Work } from './work';

/** What every context stands on: the database, the session, the shape of errors. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    const database = TypeOrmModule.forRoot({
      type: 'postgres',
      url: options.databaseUrl,
      autoLoadEntities: true,
      synchronize: false,
      logging: false,
      retryAttempts: 3,
      retryDelay: 500,
      extra: {
        max: options.poolSize ?? 20,
        // Statements that do not wait for one another travel together.
        pipeline: true,
        statement_timeout: 10_000,
        idle_in_transaction_session_timeout: 15_000,
        connectionTimeoutMillis: 5_000,
      },
    });
    return {
      module: PlatformModule,
      imports: [database],
      controllers: [HealthController],
      providers: [
        { provide: PlatformOptions, useValue: options },
        { provide: FileStore, useFactory: () => openStore(options.files) },
        Files,
        FileSweep,
        NewsLine,
        Work,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
        { provide: APP_PIPE, useFactory: validation },
      ],
      exports: [Files, FileSweep, NewsLine, PlatformOptions, Work],
    };
  }
}
