/** Folders and processes that must not outlive this process, however it ends. @module */

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type KeeperNote, killProcessGroup } from './keeper.ts'

let keeper: ChildProcess | undefined

/** Makes a folder that is removed at the latest after this process has ended. */
export function makeTemporaryFolder(purpose: string): string {
  const folder = mkdtempSync(join(tmpdir(), `joinery-${purpose}-`))
  tellKeeper({ keep: folder })
  return folder
}

export async function removeTemporaryFolder(folder: string): Promise<void> {
  // A browser's last process may still be writing.
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  tellKeeper({ drop: folder })
}

/** Takes charge of a process that leads a group, with all that it starts. */
export function keepProcessGroup(leader: number): void {
  tellKeeper({ keep: leader })
}

/** Ends what is left of a kept process and of all that it started, at once. */
export function endProcessGroup(leader: number): void {
  killProcessGroup(leader)
  tellKeeper({ drop: leader })
}

function tellKeeper(note: KeeperNote): void {
  keeper ??= startKeeper()
  keeper.stdin?.write(`${JSON.stringify(note)}\n`)
}

/** The keeper is a process of its own, which sees this one end even where no handler of this one would run. */
function startKeeper(): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'keeper.ts')], {
    // Away from the terminal, whose Ctrl+C would end it too soon.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.unref()
  const input = child.stdin as Socket
  input.unref()
  // Without a keeper everything is still removed by whoever closes its session.
  input.on('error', () => undefined)
  child.on('error', () => undefined)
  return child
}
