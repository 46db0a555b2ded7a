/** The Debian packages that the real CRMs come in, and which of them this machine lacks. @module */
import { spawnSync } from 'node:child_process'

/** What Debian calls Request Tracker. */
export const REQUEST_TRACKER_PACKAGES: readonly string[] = [
  'request-tracker5',
  'rt5-db-sqlite',
  'rt5-standalone',
  'libplack-perl',
]

/** What Debian calls Tryton. */
export const TRYTON_PACKAGES: readonly string[] = [
  'tryton-server',
  'tryton-sao',
  'tryton-modules-party',
  'tryton-proteus',
  'sqlite3',
]

/** Those that are not installed; all, where the system is none of Debian's family. */
export function missingPackages(names: readonly string[]): readonly string[] {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholders
  const format = '${Package} ${db:Status-Status}\n'
  const { stdout } = spawnSync('dpkg-query', ['--show', `--showformat=${format}`, ...names], { encoding: 'utf8' })
  const lines = new Set((stdout ?? '').split('\n'))
  return names.filter((name) => !lines.has(`${name} installed`))
}

/** Why tests with these packages cannot run, or `undefined` where they can. */
export function obstacleToPackages(names: readonly string[]): string | undefined {
  const missing = missingPackages(names)
  return missing.length === 0 ? undefined : `test/browsers/install.ts has not installed ${missing.join(', ')}`
}
