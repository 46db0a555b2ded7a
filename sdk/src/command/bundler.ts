/** The bundler with which plugins are measured: the one that the plugin's author has already. @module */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** As much of Rolldown as is used here. */
export interface Bundler {
  rolldown(options: BundleOptions): Promise<{
    generate(options: { readonly format: 'es'; readonly minify: boolean }): Promise<{
      readonly output: readonly { readonly code?: string; readonly imports?: readonly string[] }[]
    }>
    close?(): Promise<void>
  }>
}

/** What is bundled. */
export interface BundleOptions {
  readonly input: string
  readonly platform?: 'browser'
  readonly external?: RegExp
  readonly plugins?: readonly object[]
  readonly onLog?: () => void
}

/** Where it may be found: installed itself, or what Vite brings, which in turn comes with the test runner. */
const WAYS = [['rolldown'], ['vite', 'rolldown'], ['vitest', 'vite', 'rolldown'], ['wxt', 'vite', 'rolldown']] as const

/** Loads the bundler that is installed for one of these folders; `undefined` where there is none. */
export async function loadBundler(folders: readonly string[]): Promise<Bundler | undefined> {
  for (const folder of folders) {
    for (const way of WAYS) {
      const path = resolved(folder, way)
      if (path !== undefined) return (await import(pathToFileURL(path).href)) as Bundler
    }
  }
  return undefined
}

/** The file that the last package of a way is loaded from, each looked for from the one before. */
function resolved(folder: string, [name, ...more]: readonly string[]): string | undefined {
  try {
    const found = createRequire(join(folder, 'package.json'))
    if (name === undefined) return undefined
    return more.length === 0 ? found.resolve(name) : resolved(dirname(found.resolve(`${name}/package.json`)), more)
  } catch {
    return undefined
  }
}
