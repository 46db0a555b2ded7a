/** Which browser a test drives: each Vitest project provides one. @module */

export type BrowserName = 'chromium' | 'firefox'

declare module 'vitest' {
  interface ProvidedContext {
    browser: BrowserName
  }
}
