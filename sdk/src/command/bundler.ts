/** The bundler with which plugins are measured: the one that the plugin's author has already. @module */
import { realpathSync } from 'node:fs'
import { createRequire, findPackageJSON } from 'node:module'
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

/**
 * The file that the last package of a way is loaded from, each looked for from the one before; by Node's rules for
 * `import`, which leave out what the environment adds to those for `require`.
 */
function resolved(folder: string, [name, ...more]: readonly string[]): string | undefined {
  if (name === undefined) return undefined
  try {
    const found = findPackageJSON(name, pathToFileURL(join(folder, 'package.json')))
    if (found === undefined) return undefined
    const manifest = realpathSync(found)
    return more.length === 0 ? createRequire(manifest).resolve(name) : resolved(dirname(manifest), more)
  } catch {
    return undefined
  }
}
