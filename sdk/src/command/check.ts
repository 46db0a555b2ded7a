/** `joinery-plugin check`: the checks and the size of a plugin, for people or as JSON. @module */
import { spawnSync } from 'node:child_process'
import { dirname, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from '../plugin.ts'
import type { Example } from '../testing/example.ts'
import { checkPlugin } from '../testing.ts'
import { type BundleSize, measureBundle } from './bundle-size.ts'
import { loadBundler } from './bundler.ts'
import { fix, type Mended } from './fix.ts'
import { fileOfPackage, loadExamples, loadPlugin, loadWords } from './load-plugin.ts'
import type { Surroundings } from './main.ts'
import { isPluginFile, sizeOfFile } from './plugin-file.ts'
import { reportJson } from './report-json.ts'
import { reportLines } from './report-lines.ts'

const WRONG_USAGE = 2

/** What the command's words say of a check. */
export interface CheckFlags {
  /** Prints one line of JSON in place of lines for people. */
  readonly json: boolean
  /** Warnings fail the plugin. */
  readonly strict: boolean
  /** Mends what has one mending, and checks again. */
  readonly fix: boolean
}

/** Everything that is said of a plugin. */
export interface Findings {
  readonly plugin: Awaited<ReturnType<typeof loadPlugin>>
  readonly exampleCount: number
  readonly report: Awaited<ReturnType<typeof checkPlugin>>
  readonly strict: boolean
  /** Whether nothing failed, and with `strict` nothing warned. */
  readonly passed: boolean
  /** The size, or why it is not known. */
  readonly size: BundleSize | string
}

/** Checks a plugin, prints what was found, and resolves to the exit code. */
export async function check(name: string, flags: CheckFlags, surroundings: Surroundings): Promise<number> {
  const { folder, note, print } = surroundings
  if (flags.fix && isPluginFile(name)) {
    note('--fix mends sources; a plugin file has none.')
    return WRONG_USAGE
  }
  const plugin = await loadPlugin(name, folder)
  const examples = await loadExamples(name, folder)
  if (flags.fix) {
    const mended = await fix(plugin, examples, fileOfPackage(name, folder, '.'), folder)
    for (const line of mended.lines) (flags.json ? note : print)(line)
    if (mended.count > 0) return await checkAnew(name, flags, surroundings, mended)
  }
  return await report(name, flags, surroundings, plugin, examples)
}

/** Modules that were loaded stay as they were, so that what was mended is checked by a process of its own. */
async function checkAnew(
  name: string,
  { json, strict }: CheckFlags,
  { folder, note, print }: Surroundings,
  { undo }: Mended,
): Promise<number> {
  const command = fileURLToPath(new URL(`../../bin/joinery-plugin${extname(import.meta.url)}`, import.meta.url))
  const words = ['check', name, ...(json ? ['--json'] : []), ...(strict ? ['--strict'] : [])]
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], { cwd: folder, encoding: 'utf8' })
  if (status !== 0 && status !== 1) {
    undo()
    note(`What was mended is put back, for the plugin could not be loaded with it: ${stderr.trim()}`)
    return WRONG_USAGE
  }
  for (const line of stdout.trimEnd().split('\n')) print(line)
  return status
}

async function report(
  name: string,
  { json, strict }: CheckFlags,
  { folder, print }: Surroundings,
  plugin: Plugin,
  examples: readonly Example[],
): Promise<number> {
  const found = await checkPlugin(plugin, examples, { words: loadWords(name, folder) })
  const passed = found.checks.every(({ status }) => status !== 'failed' && !(strict && status === 'warned'))
  const size = isPluginFile(name) ? sizeOfFile(name, folder) : await sizeOf(fileOfPackage(name, folder, '.'), folder)
  const findings: Findings = { plugin, exampleCount: examples.length, report: found, strict, passed, size }
  for (const line of json ? [reportJson(findings)] : reportLines(findings, folder)) print(line)
  return passed ? 0 : 1
}

async function sizeOf(file: string, folder: string): Promise<BundleSize | string> {
  const bundler = await loadBundler([dirname(file), folder])
  if (bundler === undefined) return 'no bundler is installed beside it (Rolldown, Vite or Vitest)'
  try {
    return await measureBundle(file, bundler)
  } catch (error) {
    return `it cannot be bundled: ${error instanceof Error ? error.message : error}`
  }
}
