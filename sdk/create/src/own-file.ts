/** Files of this package, wherever its code runs from: its sources, or what is built of them. @module */
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'

/** The path of a file of this package. */
export function ownFile(name: string): string {
  const manifest = findPackageJSON(import.meta.url)
  if (manifest === undefined) throw new Error('create-joinery-plugin is not complete: it has no package.json.')
  return join(dirname(manifest), name)
}
