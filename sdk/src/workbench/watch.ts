/** Tells when something changes in folders. @module */
import { type FSWatcher, watch } from 'node:fs'

/** A watch over folders. */
export interface Watch {
  /** Watches these, and no longer those before. */
  folders(paths: readonly string[]): void
  end(): void
}

/** An editor writes a file in several steps, and a branch many files. */
const SETTLE_MILLISECONDS = 120
/** What a plugin is made of; its README and its tests change nothing that is shown. */
const TELLING = /(?<!\.test)\.(?:[cm]?[jt]s|json)$/

/** Calls back once a change in one of the folders has settled. */
export function watchFolders(changed: () => void): Watch {
  const watchers = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined
  const note = (_event: string, file: string | null) => {
    if (file !== null && !TELLING.test(file)) return
    clearTimeout(timer)
    timer = setTimeout(changed, SETTLE_MILLISECONDS)
  }
  const drop = (path: string) => {
    watchers.get(path)?.close()
    watchers.delete(path)
  }
  return {
    folders(paths) {
      for (const path of watchers.keys()) if (!paths.includes(path)) drop(path)
      for (const path of new Set(paths)) {
        if (watchers.has(path)) continue
        try {
          // A folder that is removed ends its watch by an error, which must not end the workbench.
          watchers.set(
            path,
            watch(path, note).on('error', () => drop(path)),
          )
        } catch {
          // It is not there; what was looked for in it cannot come before its folder does.
        }
      }
    },
    end() {
      clearTimeout(timer)
      for (const path of [...watchers.keys()]) drop(path)
    },
  }
}
