/** Plugins without code for the command: a plugin file, its examples in itself or beside it. @module */
import { existsSync, readFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readPluginFile, shippedPluginFile } from '../declarative.ts'
import { isPluginError } from '../errors.ts'
import type { Plugin } from '../plugin.ts'
import type { Example } from '../testing/example.ts'
import type { BundleSize } from './bundle-size.ts'
import { notLoaded } from './not-loaded.ts'

/** Whether a word of the command names a file, and no package. */
export function isPluginFile(name: string): boolean {
  return name.endsWith('.json')
}

/**
 * The plugin in a file.
 *
 * @throws an error named `NotLoaded` that says what is wrong with the file, and where.
 */
export function pluginInFile(name: string, folder: string): Plugin {
  const text = textOf(name, folder)
  try {
    return readPluginFile(text)
  } catch (error) {
    if (isPluginError(error)) throw notLoaded(`"${name}" is no plugin: ${error.message}`, error)
    throw error
  }
}

/**
 * Its examples: in the file under `examples`, or in the file `<name>.examples.json` beside `<name>.plugin.json`. Their
 * `now` may be left out, since no address depends on it.
 *
 * @throws an error named `NotLoaded` that says what is missing.
 */
export function examplesOfFile(name: string, folder: string): readonly Example[] {
  const own: unknown = parsed(name, folder).examples
  const beside = name.replace(/(\.plugin)?\.json$/, '.examples.json')
  const given = own ?? (existsSync(resolve(folder, beside)) ? parsed(beside, folder) : undefined)
  if (!Array.isArray(given) || !given.every((one) => typeof one === 'object' && one !== null)) {
    throw notLoaded(`"${name}" has no list of examples: give it under "examples", or in ${basename(beside)} beside it.`)
  }
  return given.map((example) => ({ now: 0, ...example }))
}

/** What users get of a file: all of it is the plugin's own. */
export function sizeOfFile(name: string, folder: string): BundleSize {
  const shipped = shippedPluginFile(textOf(name, folder))
  const weight = { minified: Buffer.byteLength(shipped), gzipped: gzipSync(shipped, { level: 9 }).length }
  return { ...weight, sdk: { minified: 0, gzipped: 0 }, unbundled: [] }
}

function textOf(name: string, folder: string): string {
  const path = resolve(folder, name)
  if (existsSync(path)) return readFileSync(path, 'utf8')
  throw notLoaded(`There is no file "${name}".`)
}

function parsed(name: string, folder: string) {
  try {
    return JSON.parse(textOf(name, folder)) as { readonly examples?: unknown }
  } catch (error) {
    throw notLoaded(`"${name}" cannot be read: ${error instanceof Error ? error.message : error}`, error)
  }
}
