import { ModulesContainer } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RequestMethod } from '@nestjs/common';
import { PUBLIC, RULE } from '@opiring/platform/api';

/** One route as Nest registered it. */
export interface Route {
  method: string;
  /** With its parameters: `/api/entries/:id`. */
  path: string;
  /** The policy it names, or that it is open on purpose. */
  rule: unknown;
  open: boolean;
}

const pathsOf = (value: unknown): string[] => [value ?? ''].flat().map(String);

/** Every route of every controller, read from the running application. */
export function routesOf(app: NestFastifyApplication): Route[] {
  const routes: Route[] = [];
  for (const module of app.get(ModulesContainer).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const prototype = metatype.prototype as Record<string, unknown>;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = prototype[name];
        if (typeof handler !== 'function') continue;
        const method = Reflect.getMetadata('method', handler) as RequestMethod | undefined;
        if (method === undefined) continue;
        const told = (key: string): unknown =>
          Reflect.getMetadata(key, handler) ?? Reflect.getMetadata(key, metatype);
        for (const base of pathsOf(Reflect.getMetadata('path', metatype))) {
          for (const rest of pathsOf(Reflect.getMetadata('path', handler))) {
            const path = `/api/${base}/${rest}`.replace(/\/+/g, '/').replace(/\/$/, '');
            routes.push({
              method: RequestMethod[method],
              path,
              rule: told(RULE),
              open: told(PUBLIC) === true,
            });
          }
        }
      }
    }
  }
  return routes;
}
