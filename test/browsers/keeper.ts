/** A process that waits for its parent's end, and then ends and removes what the parent left. @module */

import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** A folder's path or a process group's id, to take charge of or to forget; one a line, as JSON. */
export type KeeperNote = { readonly keep: string | number } | { readonly drop: string | number }

async function keep(): Promise<void> {
  const left = new Set<string | number>()
  for await (const line of createInterface({ input: process.stdin })) {
    const note: KeeperNote = JSON.parse(line)
    if ('keep' in note) left.add(note.keep)
    else left.delete(note.drop)
  }
  for (const group of left) if (typeof group === 'number') killProcessGroup(group)
  for (const folder of left) if (typeof folder === 'string') removeFolder(folder)
}

/** Ends a process and all that it started; one that has ended already is no failure. */
export function killProcessGroup(leader: number): void {
  // Where a process leads no group, it is ended alone.
  for (const id of process.platform === 'win32' ? [leader] : [-leader, leader]) {
    try {
      process.kill(id, 'SIGKILL')
    } catch {
      // There is no such group or process any more.
    }
  }
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
}

if (import.meta.main) await keep()
