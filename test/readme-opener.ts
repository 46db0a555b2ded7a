/** Opens a backup with the lines that the README gives for it, by Node alone. @module */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const README = new URL('../README.md', import.meta.url)
const CODE_BLOCK = /```js\n([\s\S]*?)```/
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024

/** What is inside a backup; the program runs as a reader of the README would run it. */
export async function openByReadme(backup: string, passphrase: string): Promise<string> {
  const [, program] = CODE_BLOCK.exec(await readFile(README, 'utf8')) ?? []
  if (program === undefined) throw new Error('The README has no program that opens a backup.')
  const folder = await mkdtemp(join(tmpdir(), 'joinery-readme-'))
  try {
    const [script, file] = [join(folder, 'open.mjs'), join(folder, 'all.joinery')]
    await Promise.all([writeFile(script, program), writeFile(file, backup)])
    const options = { maxBuffer: MAX_OUTPUT_BYTES }
    return (await promisify(execFile)(process.execPath, [script, file, passphrase], options)).stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}
