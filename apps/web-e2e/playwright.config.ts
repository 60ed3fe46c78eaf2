import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './chromium.mjs';

const report = process.env['E2E_REPORT'];

/** A real browser against a real server; `npm test` starts one and says where it is. */
export default defineConfig({
  testDir: './src',
  outputDir: '../../test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: report ? [['line'], ['json', { outputFile: `${process.cwd()}/${report}` }]] : 'line',
  use: {
    baseURL: process.env['E2E_BASE_URL'] ?? 'http://localhost:3000',
    browserName: 'chromium',
    launchOptions: await chromiumLaunch(),
    locale: 'et-EE',
    timezoneId: 'Europe/Tallinn',
    trace: 'retain-on-failure',
  },
});
