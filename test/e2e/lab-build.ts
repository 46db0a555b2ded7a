/**
 * The extension as the lab has it: two site files of the lab's in place of two of the product's, and the vendor of
 * `meetings-plugin.ts` beside the product's own. Nothing of the product knows them.
 * @module
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { build } from 'wxt'
import type { BrowserName } from '../browsers/browser-name.ts'
import { makeTemporaryFolder, removeTemporaryFolder } from '../browsers/temporary.ts'
import { until } from '../browsers/wait.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the build lies as soon as the first test has asked for it. */
    readonly labFolder: string
  }
}

const SITE_FILES: { readonly [replaced: string]: string } = {
  'demo-crm.json': 'pages.json',
  'close.json': 'workspaces.json',
}
const SITE_FILE = /\/extension\/src\/sites\/[\w-]+\.json$/
// However deep a module lies, it names the list like this.
const LIST_OF_PLUGINS = /^(\.\.?\/)+plugins\.ts$/
const BUILD_MILLISECONDS = 120_000

/** Runs once before all tests of a browser. */
export default function setup(project: TestProject): () => Promise<void> {
  const folder = makeTemporaryFolder('lab')
  project.provide('labFolder', folder)
  return async () => await removeTemporaryFolder(folder)
}

/** The folder with the built extension; whoever asks first builds it, and others wait for it. */
export async function labBuild(name: BrowserName, labFolder: string): Promise<string> {
  const [begun, built] = [join(labFolder, 'begun'), join(labFolder, 'built')]
  const isFirst = await mkdir(begun).then(
    () => true,
    () => false,
  )
  if (isFirst) {
    // A process of its own: a test runner's environment is not the one that the product is built in.
    const { NODE_ENV: _, VITEST: __, ...env } = process.env
    await promisify(execFile)(process.execPath, [fileURLToPath(import.meta.url), name, begun], { env })
    await rename(join(begun, 'built'), built)
  }
  await until('the lab’s build', () => existsSync(built), { milliseconds: BUILD_MILLISECONDS })
  return built
}

async function loadSite(id: string): Promise<string | undefined> {
  const replacement = SITE_FILE.test(id) ? SITE_FILES[basename(id)] : undefined
  return replacement && (await readFile(new URL(`./lab-sites/${replacement}`, import.meta.url), 'utf8'))
}

if (import.meta.main) {
  const [name, outDir] = process.argv.slice(2)
  const meetings = fileURLToPath(new URL('./meetings-plugin.ts', import.meta.url))
  await build({
    root: fileURLToPath(new URL('../../extension', import.meta.url)),
    browser: name === 'firefox' ? 'firefox' : 'chrome',
    ...(outDir === undefined ? {} : { outDir }),
    outDirTemplate: 'built',
    vite: () => ({
      plugins: [{ name: 'lab-sites', enforce: 'pre', load: loadSite }],
      resolve: { alias: [{ find: LIST_OF_PLUGINS, replacement: meetings }] },
    }),
  })
}
