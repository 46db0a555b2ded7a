/** `joinery-plugin check`: the checks and the size of a plugin, for people or as JSON. @module */
import { dirname } from 'node:path'
import { checkPlugin } from '../testing.ts'
import { type BundleSize, measureBundle } from './bundle-size.ts'
import { loadBundler } from './bundler.ts'
import { fileOfPackage, loadExamples, loadPlugin, loadWords } from './load-plugin.ts'
import type { Surroundings } from './main.ts'
import { isPluginFile, sizeOfFile } from './plugin-file.ts'
import { reportJson } from './report-json.ts'
import { reportLines } from './report-lines.ts'

/** What the command's words say of a check. */
export interface CheckFlags {
  /** Prints one line of JSON in place of lines for people. */
  readonly json: boolean
  /** Warnings fail the plugin. */
  readonly strict: boolean
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
export async function check(
  name: string,
  { json, strict }: CheckFlags,
  { folder, print }: Surroundings,
): Promise<number> {
  const plugin = await loadPlugin(name, folder)
  const examples = await loadExamples(name, folder)
  const report = await checkPlugin(plugin, examples, { words: loadWords(name, folder) })
  const passed = report.checks.every(({ status }) => status !== 'failed' && !(strict && status === 'warned'))
  const size = isPluginFile(name) ? sizeOfFile(name, folder) : await sizeOf(fileOfPackage(name, folder, '.'), folder)
  const findings: Findings = { plugin, exampleCount: examples.length, report, strict, passed, size }
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
