/** The ids of extensions that are loaded from a folder. @module */
import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'

/** The id that Chromium gives to an extension without a key: made from where it lies. */
export function idOfUnpacked(directory: string): string {
  const digest = createHash('sha256').update(realpathSync(directory)).digest('hex').slice(0, 32)
  return digest.replace(/./g, (digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16)))
}
