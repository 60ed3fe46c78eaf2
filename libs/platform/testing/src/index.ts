export { testApp, type AppOptions, type TestApp } from './test-app';
export { testDatabase, type TestDatabase } from './test-database';
