/** `joinery-plugin new`: starts a plugin, by the package that is made for it. @module */
import { pathToFileURL } from 'node:url'
import { fileOfPackage } from './load-plugin.ts'
import type { Surroundings } from './main.ts'
import { notLoaded } from './not-loaded.ts'

/** As much of `create-joinery-plugin` as is used here. */
interface Creator {
  askOnTerminal(): unknown
  main(words: readonly string[], surroundings: object): Promise<number>
}

const CREATOR = 'create-joinery-plugin'

/**
 * Starts a plugin and resolves to the exit code.
 *
 * @throws an error named `NotLoaded` where the package is not installed.
 */
export async function startPlugin(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const { askOnTerminal, main } = (await import(pathToFileURL(creatorFile(surroundings.folder)).href)) as Creator
  return main(words, { ...surroundings, ask: askOnTerminal() })
}

function creatorFile(folder: string): string {
  try {
    return fileOfPackage(CREATOR, folder, '.')
  } catch (cause) {
    throw notLoaded(`new needs the package ${CREATOR}, which is not installed here; see its README.`, cause)
  }
}
