import { readFileSync } from 'node:fs';
import { swcOptions } from './tools/swc.mjs';

const { paths } = JSON.parse(
  readFileSync(new URL('tsconfig.base.json', import.meta.url), 'utf8'),
).compilerOptions;

/** `@opiring/…` as jest reads it, from the one list in tsconfig.base.json. */
export const aliases = Object.fromEntries(
  Object.entries(paths).map(([name, [path]]) => [
    `^${name.replace('*', '(.*)')}$`,
    path.replace('./', '<rootDir>/').replace('*', '$1'),
  ]),
);

/** Server, contract and tools: Node, with one PostgreSQL for the whole run. */
export default {
  displayName: 'api',
  rootDir: '.',
  roots: ['<rootDir>/libs', '<rootDir>/apps/api', '<rootDir>/tools'],
  testMatch: [
    '<rootDir>/libs/*/api/src/**/*.spec.ts',
    '<rootDir>/libs/contract/src/**/*.spec.ts',
    '<rootDir>/libs/platform/testing/src/**/*.spec.ts',
    '<rootDir>/apps/api/src/**/*.spec.ts',
    '<rootDir>/tools/**/*.spec.ts',
  ],
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/libs/platform/testing/src/property-seed.ts'],
  moduleFileExtensions: ['ts', 'mjs', 'js', 'json', 'node'],
  moduleNameMapper: aliases,
  transform: { '^.+\\.ts$': ['@swc/jest', swcOptions('commonjs')] },
  globalSetup: '<rootDir>/libs/platform/testing/src/database-server.mjs',
  globalTeardown: '<rootDir>/libs/platform/testing/src/stop-database-server.mjs',
  cacheDirectory: '<rootDir>/.cache/jest/api',
  testTimeout: 30_000,
  maxWorkers: 2,
};
