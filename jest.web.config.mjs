import { aliases } from './jest.api.config.mjs';

/** Screens: jsdom, zoneless Angular. Run without --experimental-vm-modules, which the preset does not bear. */
export default {
  displayName: 'web',
  rootDir: '.',
  roots: ['<rootDir>/libs', '<rootDir>/apps/web'],
  testMatch: [
    '<rootDir>/libs/*/web/src/**/*.spec.ts',
    '<rootDir>/libs/platform/ui/src/**/*.spec.ts',
    '<rootDir>/apps/web/src/**/*.spec.ts',
  ],
  testEnvironment: 'jsdom',
  setupFiles: ['<rootDir>/libs/platform/testing/src/property-seed.ts'],
  setupFilesAfterEnv: ['<rootDir>/libs/platform/testing/src/web-setup.ts'],
  moduleFileExtensions: ['ts', 'html', 'js', 'json', 'mjs'],
  moduleNameMapper: aliases,
  transform: {
    '^.+\\.(ts|mjs|js|html|svg)$': [
      'jest-preset-angular',
      {
        tsconfig: '<rootDir>/tsconfig.web.json',
        stringifyContentPathRegex: '\\.(html|svg)$',
        isolatedModules: true,
      },
    ],
  },
  transformIgnorePatterns: [
    'node_modules/(?!.*\\.mjs$|@jsverse|@tiptap|idb|intl-messageformat|@formatjs|rxjs)',
  ],
  snapshotSerializers: [],
  cacheDirectory: '<rootDir>/.cache/jest/web',
  maxWorkers: 2,
};
