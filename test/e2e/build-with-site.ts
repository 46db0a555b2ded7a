/** Builds the extension with a site file of the lab's in place of the demo CRM's; nothing of the product knows it. @module */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'wxt'
import type { BrowserName } from '../browsers/browser-name.ts'
import { makeTemporaryFolder } from '../browsers/temporary.ts'

const REPLACED_FILE = /\/sites\/demo-crm\.json$/

/** The site files of the lab, in `lab-sites/`. */
export type LabSite = 'pages' | 'workspaces'

/** A folder with the built extension; it is removed at the latest when this process ends. */
export async function buildWithSite(name: BrowserName, site: LabSite): Promise<string> {
  const folder = makeTemporaryFolder('extension')
  // A process of its own: a test runner's environment is not the one that the product is built in.
  const { NODE_ENV: _, VITEST: __, ...env } = process.env
  await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), name, site, folder], { env })
  return join(folder, 'built')
}

if (import.meta.main) {
  const [name, site, folder] = process.argv.slice(2)
  const text = await readFile(new URL(`./lab-sites/${site}.json`, import.meta.url), 'utf8')
  await build({
    root: fileURLToPath(new URL('../../extension', import.meta.url)),
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    ...(folder === undefined ? {} : { outDir: folder }),
    outDirTemplate: 'built',
    vite: () => ({
      plugins: [
        { name: 'lab-site', enforce: 'pre', load: (id: string) => (REPLACED_FILE.test(id) ? text : undefined) },
      ],
    }),
  })
}
