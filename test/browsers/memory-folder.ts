/** Where test browsers keep their profiles. @module */
import { statfsSync } from 'node:fs'
import { freemem, tmpdir } from 'node:os'

/** Linux's file system in memory. */
const MEMORY_FOLDER = '/dev/shm'
const ENOUGH_BYTES = 4 * 2 ** 30

/**
 * The folder for temporary files: in memory where there is room, since what a browser forces to the disk all the time costs
 * nothing there. A `TMPDIR` that somebody chose stays.
 */
export function temporaryRoot(): string {
  return process.env.TMPDIR === undefined && isMemoryRoomy() ? MEMORY_FOLDER : tmpdir()
}

function isMemoryRoomy(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY_FOLDER)
    return Math.min(bavail * bsize, freemem()) > ENOUGH_BYTES
  } catch {
    return false
  }
}
