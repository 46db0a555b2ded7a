/** `joinery-plugin docs`: writes the tables of a plugin's README, or tells that they are out of date. @module */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { withTables } from '../readme/markers.ts'
import { tablesOf } from '../readme/tables.ts'
import { textIn } from '../text.ts'
import { folderOfPlugin, loadExamples, loadPlugin } from './load-plugin.ts'
import type { Surroundings } from './main.ts'
import { notLoaded } from './not-loaded.ts'
import { isPluginFile } from './plugin-file.ts'

/**
 * Writes the tables and resolves to the exit code; with `isCheck` it writes nothing, and the code is 1 where the README is
 * not as it would be written.
 *
 * @throws an error named `NotLoaded` where the plugin cannot be loaded or is a file, or the README has no place for its tables.
 */
export async function writeDocs(name: string, isCheck: boolean, { folder, print }: Surroundings): Promise<number> {
  // Several plugin files may lie in one folder, with one README for all.
  if (isPluginFile(name)) throw notLoaded(`docs writes the README of a package, and "${name}" is a file.`)
  const plugin = await loadPlugin(name, folder, 'sources')
  const examples = await loadExamples(name, folder, 'sources')
  const file = join(folderOfPlugin(name, folder), 'README.md')
  const shown = relative(folder, file)
  const before = existsSync(file) ? readFileSync(file, 'utf8') : `# ${textIn(plugin.name, 'en')}\n`
  const after = placed(shown, before, await tablesOf(plugin, examples))
  if (after === before) {
    print(`${shown} is up to date.`)
    return 0
  }
  if (isCheck) {
    print(`${shown} is out of date; "joinery-plugin docs ${name}" writes it anew.`)
    return 1
  }
  writeFileSync(file, after)
  print(`${shown} has its tables.`)
  return 0
}

function placed(shown: string, readme: string, tables: string): string {
  try {
    return withTables(readme, tables)
  } catch (cause) {
    throw notLoaded(`${shown}: ${cause instanceof Error ? cause.message : cause}`, cause)
  }
}
