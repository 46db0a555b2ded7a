/** `joinery-plugin check --fix`: mends what has one mending, in the plugin's own sources, and says so. @module */
import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Plugin } from '../plugin.ts'
import type { Example } from '../testing/example.ts'
import { edited, placesIn, wishesFor } from './fix/edits.ts'
import { sourcesOf } from './fix/sources.ts'

/** What was mended, and what was left. */
export interface Mended {
  /** A line for each change, and for each that was left to its author. */
  readonly lines: readonly string[]
  /** How many changes were made. */
  readonly count: number
  /** Puts everything back as it was. */
  undo(): void
}

/** Mends a plugin whose package exports it from this file. */
export async function fix(
  plugin: Plugin,
  examples: readonly Example[],
  entry: string,
  folder: string,
): Promise<Mended> {
  const before = sourcesOf(entry)
  const sources = new Map(before)
  const lines: string[] = []
  let count = 0
  for (const { check, done, ...wish } of await wishesFor(plugin, examples)) {
    const [only, ...others] = placesIn({ check, done, ...wish }, sources)
    if (only === undefined || others.length > 0) {
      const why =
        only === undefined ? 'it is not written so that it can be changed safely' : 'it is written in several places'
      lines.push(`Not mended (${check}): ${done}: ${why}; change it by hand.`)
      continue
    }
    const [file, edit] = only
    sources.set(file, edited(sources.get(file) ?? '', edit))
    lines.push(`Mended (${check}) in ${relative(folder, file)}: ${done}.`)
    count += 1
  }
  const changed = [...sources].filter(([file, source]) => before.get(file) !== source)
  for (const [file, source] of changed) writeFileSync(file, source)
  return {
    lines,
    count,
    undo() {
      for (const [file] of changed) writeFileSync(file, before.get(file) ?? '')
    },
  }
}
