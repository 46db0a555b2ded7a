/** Finds a plugin by its package's name or folder, or its file, and loads it. @module */
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from '../plugin.ts'
import type { Example } from '../testing/example.ts'
import type { HostWords } from '../testing/host-words.ts'
import { NotLoaded, notLoaded } from './not-loaded.ts'
import { examplesOfFile, isPluginFile, pluginInFile } from './plugin-file.ts'

/**
 * What is loaded of a package: what it `exports`, or its `sources` where its manifest names them as `joinery.sources` and
 * they are there, so that nothing needs to be built first.
 */
export type LoadFrom = 'exports' | 'sources'

/**
 * Loads a plugin: the default export of its package, or what its file says.
 *
 * @throws an error named `NotLoaded` that says what is missing.
 */
export async function loadPlugin(name: string, folder: string, from: LoadFrom = 'exports'): Promise<Plugin> {
  if (isPluginFile(name)) return pluginInFile(name, folder)
  const { default: plugin } = await load(name, folder, '.', from)
  if (typeof plugin === 'object' && plugin !== null && 'id' in plugin && 'actions' in plugin) return plugin as Plugin
  throw notLoaded(`"${name}" has no plugin as its default export.`)
}

/**
 * Loads a plugin's examples: the default export of its package's `./examples`, or those of its file.
 *
 * @throws an error named `NotLoaded` that says what is missing.
 */
export async function loadExamples(
  name: string,
  folder: string,
  from: LoadFrom = 'exports',
): Promise<readonly Example[]> {
  if (isPluginFile(name)) return examplesOfFile(name, folder)
  const { default: examples } = await load(name, folder, './examples', from)
  if (Array.isArray(examples)) return examples
  throw notLoaded(`"${name}" has no list of examples as the default export of ./examples.`)
}

/**
 * Loads the translations that a host keeps of a plugin's texts: `<language>.json` files in the folder that the plugin's
 * manifest names as `joinery.words`. Empty where it names none, where that folder is not there, and for a plugin file.
 */
export function loadWords(name: string, folder: string): HostWords {
  if (isPluginFile(name)) return {}
  const manifest = manifestOf(name, folder)
  const { joinery } = JSON.parse(readFileSync(manifest, 'utf8')) as { joinery?: { words?: unknown } }
  if (typeof joinery?.words !== 'string') return {}
  const words = join(dirname(realpathSync(manifest)), joinery.words)
  // The package lies elsewhere than beside its host, which happens where it is installed from a registry.
  if (!existsSync(words)) return {}
  const files = readdirSync(words).filter((file) => file.endsWith('.json'))
  return Object.fromEntries(
    files.map((file) => [file.replace(/\.json$/, ''), JSON.parse(readFileSync(join(words, file), 'utf8'))]),
  )
}

async function load(
  name: string,
  folder: string,
  subpath: string,
  from: LoadFrom,
): Promise<{ readonly default?: unknown }> {
  try {
    const source = from === 'sources' ? sourceOfPackage(name, folder, subpath) : undefined
    return await import(pathToFileURL(source ?? fileOfPackage(name, folder, subpath)).href)
  } catch (error) {
    if (error instanceof Error && error.name === NotLoaded) throw error
    throw notLoaded(`"${name}" cannot be loaded: ${error instanceof Error ? error.message : error}`, error)
  }
}

/**
 * The file that a plugin's package exports under a subpath.
 *
 * @throws an error named `NotLoaded` that says what is missing.
 */
export function fileOfPackage(name: string, folder: string, subpath: string): string {
  const manifest = manifestOf(name, folder)
  const { exports, main } = JSON.parse(readFileSync(manifest, 'utf8')) as { exports?: unknown; main?: unknown }
  const file = fileOf(exports, subpath) ?? (subpath === '.' && exports === undefined ? (main ?? 'index.js') : undefined)
  if (typeof file !== 'string') throw notLoaded(`"${name}" exports no "${subpath}" (see exports in ${manifest}).`)
  return join(dirname(manifest), file)
}

/**
 * The folder of a plugin's package, or of its file.
 *
 * @throws an error named `NotLoaded` where there is neither.
 */
export function folderOfPlugin(name: string, folder: string): string {
  if (isPluginFile(name)) {
    if (existsSync(resolve(folder, name))) return dirname(realpathSync(resolve(folder, name)))
    throw notLoaded(`There is no file "${name}".`)
  }
  return dirname(realpathSync(manifestOf(name, folder)))
}

function sourceOfPackage(name: string, folder: string, subpath: string): string | undefined {
  const manifest = manifestOf(name, folder)
  const { joinery } = JSON.parse(readFileSync(manifest, 'utf8')) as { joinery?: { sources?: Record<string, unknown> } }
  const source = joinery?.sources?.[subpath]
  const file = typeof source === 'string' ? join(dirname(manifest), source) : undefined
  return file !== undefined && existsSync(file) ? file : undefined
}

/** A path is one that leads to a folder with a manifest; anything else is a package's name. */
function manifestOf(name: string, folder: string): string {
  const inFolder = join(resolve(folder, name), 'package.json')
  if (existsSync(inFolder)) return inFolder
  const found = isPath(name) ? undefined : (installed(name, folder) ?? ours(name, folder))
  if (found !== undefined) return found
  throw notLoaded(
    isPath(name)
      ? `There is no package in the folder "${name}".`
      : `There is no folder "${name}" with a package.json, and no package of that name is installed here.`,
  )
}

/** Our own plugins go by their short names too. */
function ours(name: string, folder: string): string | undefined {
  return /^[a-z-]+$/.test(name) ? installed(`@joinery/${name}`, folder) : undefined
}

function isPath(name: string): boolean {
  return /^(\.|[/\\]|[A-Za-z]:)/.test(name)
}

function installed(name: string, folder: string): string | undefined {
  try {
    return findPackageJSON(name, pathToFileURL(join(folder, 'package.json')).href)
  } catch {
    return undefined
  }
}

/** What a package exports under a subpath, by the conditions that Node takes for `import`. */
function fileOf(exports: unknown, subpath: string): string | undefined {
  if (typeof exports === 'string') return subpath === '.' ? exports : undefined
  if (typeof exports !== 'object' || exports === null) return undefined
  const hasSubpaths = Object.keys(exports).some((key) => key.startsWith('.'))
  if (!hasSubpaths) return subpath === '.' ? byCondition(exports) : undefined
  return byCondition(Object.hasOwn(exports, subpath) ? Reflect.get(exports, subpath) : undefined)
}

function byCondition(entry: unknown): string | undefined {
  if (typeof entry === 'string') return entry
  if (typeof entry !== 'object' || entry === null) return undefined
  for (const [condition, nested] of Object.entries(entry)) {
    const file = ['import', 'node', 'module-sync', 'default'].includes(condition) ? byCondition(nested) : undefined
    if (file !== undefined) return file
  }
  return undefined
}
