/**
 * Runs the tests. A file that fails runs once more, whole and in a new browser: on a crowded machine a browser loses an
 * event now and then. What passed only then is listed, with its failures: each is a fault to look for.
 * @module
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeTemporaryFolder, removeTemporaryFolder } from './browsers/temporary.ts'
import { FAILED_FILES_VARIABLE, type FailedFile } from './failed-files-reporter.ts'

/** More than that is no chance. */
const MOST_FILES = 3
const CONFIG = fileURLToPath(new URL('vitest.config.ts', import.meta.url))
const VITEST = fileURLToPath(new URL('../node_modules/.bin/vitest', import.meta.url))

const folder = makeTemporaryFolder('failed')
const list = join(folder, 'files.json')
const code = await runVitest(process.argv.slice(2))
const failed = readFailed()
process.exitCode = code !== 0 && mayBeChance(failed) ? await runOnceMore(failed) : code
await removeTemporaryFolder(folder)

async function runVitest(options: readonly string[]): Promise<number> {
  const env = { ...process.env, [FAILED_FILES_VARIABLE]: list }
  const child = spawn(VITEST, ['run', '--config', CONFIG, ...options], { env, stdio: 'inherit' })
  const [status] = (await once(child, 'exit')) as [number | null]
  return status ?? 1
}

function readFailed(): readonly FailedFile[] {
  return existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as readonly FailedFile[]) : []
}

function mayBeChance(files: readonly FailedFile[]): boolean {
  return files.length > 0 && files.length <= MOST_FILES
}

async function runOnceMore(files: readonly FailedFile[]): Promise<number> {
  for (const { project, file } of files) {
    const again = await runVitest(['--project', project, file])
    if (again !== 0) return again
  }
  const lines = files.map(({ project, file, failures }) => `${project} ${file}:\n    ${failures.join('\n    ')}`)
  process.stdout.write(`\nPassed only when run once more:\n  ${lines.join('\n  ')}\n`)
  return 0
}
