/** One runner for everything: unit tests, and end-to-end tests once per browser. @module */

import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import type { BrowserName } from './browsers/browser-name.ts'
import { PATIENCE_MILLISECONDS } from './browsers/wait.ts'

const BROWSER_TESTS = ['test/e2e/**/*.test.ts', 'test/browsers/session*.test.ts']

function browserProject(browser: BrowserName) {
  return {
    test: {
      name: browser,
      include: BROWSER_TESTS,
      provide: { browser },
      expect: { poll: { timeout: PATIENCE_MILLISECONDS } },
      testTimeout: 60_000,
      hookTimeout: 120_000,
    },
  }
}

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    // Each worker may hold a browser, and two at once are what a small machine carries.
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias: { '#i18n': resolve(import.meta.dirname, 'i18n.ts') } },
        test: {
          name: 'unit',
          // Tests with hundreds of generated inputs take long on a machine that does other things, too.
          testTimeout: 30_000,
          include: ['{sdk,plugins,extension/src,test}/**/*.test.ts'],
          exclude: ['**/node_modules/**', '**/.output/**', ...BROWSER_TESTS],
        },
      },
      browserProject('chromium'),
      browserProject('firefox'),
    ],
  },
})
