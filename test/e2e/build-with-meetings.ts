/** Builds the extension with the plugin of `meetings-plugin.ts` in place of the product's; nothing of the product knows it. @module */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'wxt'
import type { BrowserName } from '../browsers/browser-name.ts'
import { makeTemporaryFolder } from '../browsers/temporary.ts'

// However deep a module lies, it names the list like this.
const LIST_OF_PLUGINS = /^(\.\.?\/)+plugins\.ts$/

/** A folder with the built extension; it is removed at the latest when this process ends. */
export async function buildWithMeetings(name: BrowserName): Promise<string> {
  const folder = makeTemporaryFolder('extension')
  // A process of its own: a test runner's environment is not the one that the product is built in.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env
  await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), name, folder], { env })
  return join(folder, 'built')
}

if (import.meta.main) {
  const [name, folder] = process.argv.slice(2)
  await build({
    root: fileURLToPath(new URL('../../extension', import.meta.url)),
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    ...(folder === undefined ? {} : { outDir: folder }),
    outDirTemplate: 'built',
    vite: () => ({
      resolve: {
        alias: [
          { find: LIST_OF_PLUGINS, replacement: fileURLToPath(new URL('./meetings-plugin.ts', import.meta.url)) },
        ],
      },
    }),
  })
}
