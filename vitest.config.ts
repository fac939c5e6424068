import { defineConfig } from 'vitest/config'
import { recordedBrowser } from './scripts/recorded-browser.ts'

const long = process.env.ITQAN_LONG === '1'
const everywhere = ['**/node_modules/**', '**/dist/**', ...(long ? [] : ['**/*.long.test.ts'])]

/**
 * unit: pure, in milliseconds. database: `*.db.test.ts`, on a real PostgreSQL of which every file gets a clone.
 * browser: whole journeys, on the built application. `*.long.test.ts` are database tests for `npm run test:long`.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{src,scripts,tests,bench}/**/*.test.{ts,tsx}'],
          exclude: [...everywhere, '**/*.db.test.ts', '**/*.long.test.ts', 'tests/browser/**'],
        },
      },
      {
        test: {
          name: 'database',
          include: ['{src,scripts,tests,bench}/**/*.db.test.ts', '{src,scripts,tests,bench}/**/*.long.test.ts'],
          exclude: [...everywhere, 'tests/browser/**'],
          globalSetup: ['src/platform/db/test-server.ts'],
          testTimeout: long ? 1_800_000 : 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: everywhere,
          globalSetup: ['src/platform/db/test-server.ts'],
          env: { ITQAN_CHROMIUM: recordedBrowser() ?? '' },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
