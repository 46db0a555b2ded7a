/** The built extension's files, and which of them load which. @module */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const LOADED_BY_PAGE = /<(?:script|link)\b[^>]*?\b(?:src|href)="(\/[^"]+\.(?:js|css))"/g
const IMPORTED = /(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+|\/[^"'`]+\.js)["'`]/g
const IMPORTED_LATER = /\bimport\s*\(\s*["'`](\.{1,2}\/[^"'`]+|\/[^"'`]+\.js)["'`]/g

/** Scripts and style sheets that a page loads, and the modules that those import; `atOnce` leaves out what they import later. */
export function filesOfPage(directory: string, page: string, atOnce = false): readonly string[] {
  const addresses = [...readBuilt(join(directory, page)).matchAll(LOADED_BY_PAGE)]
  const found = new Set<string>()
  for (const [, address = ''] of addresses) follow(directory, join(directory, address), found, atOnce)
  return [...found]
}

/** A script, and the modules that it imports. */
export function filesOfScript(directory: string, script: string): readonly string[] {
  const found = new Set<string>()
  follow(directory, join(directory, script), found, false)
  return [...found]
}

/** A file of a build, as text. */
export function readBuilt(file: string): string {
  if (existsSync(file)) return readFileSync(file, 'utf8')
  throw new Error(`${file} is missing: run "pnpm build" first.`)
}

function follow(directory: string, file: string, found: Set<string>, atOnce: boolean): void {
  if (found.has(file)) return
  found.add(file)
  if (!file.endsWith('.js')) return
  const text = readBuilt(file)
  const addresses = [...text.matchAll(IMPORTED), ...(atOnce ? [] : text.matchAll(IMPORTED_LATER))]
  for (const [, address = ''] of addresses) {
    const from = address.startsWith('/') ? directory : dirname(file)
    follow(directory, join(from, address), found, atOnce)
  }
}
