import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './chromium.mjs';

const report = process.env['E2E_REPORT'];

/** A real browser against a real server with the demo, which `start-server.mjs` starts. */
export default defineConfig({
  testDir: './src',
  outputDir: '../../test-results',
  globalSetup: './start-server.mjs',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: report ? [['line'], ['json', { outputFile: `${process.cwd()}/${report}` }]] : 'line',
  // Screens are looked at first: journeys leave words behind that people would not write.
  projects: [
    { name: 'screens', testMatch: /(screens|pairs)\.spec\.ts/ },
    { name: 'journeys', testIgnore: /(screens|pairs)\.spec\.ts/, dependencies: ['screens'] },
  ],
  use: {
    baseURL: process.env['E2E_BASE_URL'] ?? 'http://localhost:3000',
    browserName: 'chromium',
    launchOptions: await chromiumLaunch(),
    locale: 'et-EE',
    timezoneId: 'Europe/Tallinn',
    // Journeys take away and give back the network request by request; one spec is about what stands in between.
    serviceWorkers: 'block',
    // A trace is recorded of every test to keep those of failures, which costs more than some of the tests.
    trace: process.env['E2E_TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
  },
});
