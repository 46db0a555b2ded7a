/** Published test vectors (C2SP/wycheproof), where they lie beside the checkout. @module */
import { existsSync, readFileSync } from 'node:fs'

/** A file of vectors, as much of it as is used. */
export interface Vectors<Group, Case> {
  readonly testGroups: readonly (Group & {
    readonly tests: readonly (Case & { readonly tcId: number; readonly comment: string; readonly result: string })[]
  })[]
}

/** Reads a file of vectors; `undefined`, and a line that says so, where it is absent. */
export function wycheproof<Group, Case>(name: string): Vectors<Group, Case> | undefined {
  const file = new URL(`../../../../shared/vectors/wycheproof/${name}`, import.meta.url)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Vectors<Group, Case>
  console.info(`Skipped: the vectors ${name} are not beside this checkout.`)
  return undefined
}

/** Bytes of a hex text. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text, 'hex'))
}
