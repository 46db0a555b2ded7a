/** One runner for everything: unit tests, and end-to-end tests once per browser. @module */

import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'
import type { BrowserName } from './browsers/browser-name.ts'
import { temporaryRoot } from './browsers/memory-folder.ts'
import { PATIENCE_MILLISECONDS } from './browsers/wait.ts'

const BROWSER_TESTS = ['test/e2e/**/*.test.ts', 'test/browsers/session*.test.ts']

function browserProject(browser: BrowserName) {
  return {
    test: {
      name: browser,
      include: BROWSER_TESTS,
      provide: { browser },
      env: { TMPDIR: temporaryRoot(), JOINERY_BROWSERS: 'shared' },
      expect: { poll: { timeout: PATIENCE_MILLISECONDS } },
      globalSetup: ['test/e2e/lab-build.ts', ...(browser === 'firefox' ? ['test/browsers/warm-firefox.ts'] : [])],
      // What a file imports is read once per worker, and a browser may serve several files.
      isolate: false,
      testTimeout: 90_000,
      hookTimeout: 180_000,
    },
  }
}

export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    // Each worker may hold a browser, and three at once are what a small machine carries: two keep it busy, while one waits.
    maxWorkers: 3,
    reporters: ['default', resolve(import.meta.dirname, 'failed-files-reporter.ts')],
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
