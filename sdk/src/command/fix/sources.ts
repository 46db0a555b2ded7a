/** The source files of a plugin's package, as far as its plugin is made of them. @module */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'

const IMPORTED = /\b(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g
/** What a build writes is not what an author changes. */
const BUILT = /^\/\/[#@] sourceMappingURL=/m

/**
 * The files that a plugin is made of: its package's own, from the one that it exports on. None where it was installed from
 * a registry, or built.
 */
export function sourcesOf(entry: string): ReadonlyMap<string, string> {
  const sources = new Map<string, string>()
  const open = [realpathSync(entry)]
  const home = packageOf(open[0] ?? '')
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    const isOwn = file.startsWith(home + sep) && !file.slice(home.length).includes(`${sep}node_modules${sep}`)
    if (!isOwn || sources.has(file) || !existsSync(file)) continue
    const source = readFileSync(file, 'utf8')
    if (BUILT.test(source) || isInstalled(file)) continue
    sources.set(file, source)
    const folder = dirname(file)
    open.push(...Array.from(source.matchAll(IMPORTED), ([, name = '']) => join(folder, name)))
  }
  return sources
}

function packageOf(file: string): string {
  let folder = dirname(file)
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

function isInstalled(file: string): boolean {
  return file.includes(`${sep}node_modules${sep}`)
}
