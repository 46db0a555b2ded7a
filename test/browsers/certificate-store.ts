/** Certificate stores of browsers under test, as NSS keeps them: filled before the browser starts. @module */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A certificate with its key and its chain, as a user imports it. */
export interface ClientIdentity {
  /** PKCS#12. */
  readonly file: Uint8Array
  readonly password: string
}

/** Imports the identities into a store, which is made if there is none. */
export function fillCertificateStore(folder: string, identities: readonly ClientIdentity[]): void {
  mkdirSync(folder, { recursive: true })
  if (!existsSync(join(folder, 'cert9.db'))) run('certutil', ['-N', '-d', `sql:${folder}`, '--empty-password'])
  for (const [index, { file, password }] of identities.entries()) {
    const path = join(folder, `identity-${index}.p12`)
    writeFileSync(path, file)
    run('pk12util', ['-i', path, '-d', `sql:${folder}`, '-W', password])
  }
}

function run(command: string, parameters: readonly string[]): void {
  const { status, stderr, error } = spawnSync(command, parameters, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} failed: ${error?.message ?? stderr}`)
}
