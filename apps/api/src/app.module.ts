import { type DynamicModule, Module } from '@nestjs/common';
import { IdentityModule } from '@opiring/identity/api';
import { PlatformModule, type PlatformOptions } from '@opiring/platform/api';

/** Every context of the product, from left to right. */
@Module({})
export class AppModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.forRoot(options), IdentityModule] };
  }
}
