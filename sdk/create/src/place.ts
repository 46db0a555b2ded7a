/** Where a plugin is started: in a folder of its own, or among the plugins of Joinery's repository. @module */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { type Answers, folderComplaint, shortName } from './answers.ts'

/** Where a plugin is started. */
export interface Place {
  readonly folder: string
  /** The package's name. */
  readonly packageName: string
  /** The root of Joinery's repository, where the folder is among its plugins. */
  readonly repository?: string
}

/**
 * The place for a plugin: the folder that was asked for, else one named after the plugin; in the repository among its
 * plugins.
 *
 * @throws Error that names the field `folder`, where it is no place for a package or something is there already.
 */
export function choosePlace(answers: Answers, asked: string | undefined, from: string): Place {
  const repository = repositoryAbove(from)
  const short = shortName(answers)
  const usual = repository === undefined ? join(from, `joinery-plugin-${short}`) : join(repository, 'plugins', short)
  const folder = asked === undefined ? usual : resolve(from, asked)
  const complaint = folderComplaint(folder) ?? occupiedComplaint(folder, from)
  if (complaint !== undefined) throw new Error(complaint)
  const name = folder.slice(dirname(folder).length).replace(/^[\\/]/, '')
  if (repository === undefined || dirname(folder) !== join(repository, 'plugins')) return { folder, packageName: name }
  return { folder, packageName: `@joinery/${name}`, repository }
}

function occupiedComplaint(folder: string, from: string): string | undefined {
  if (!existsSync(folder)) return undefined
  const shown = relative(from, folder) || '.'
  if (!statSync(folder).isDirectory()) return `folder: ${shown} is a file.`
  return readdirSync(folder).length === 0 ? undefined : `folder: ${shown} is not empty; nothing was written.`
}

function repositoryAbove(folder: string): string | undefined {
  if (existsSync(join(folder, 'pnpm-workspace.yaml')) && isOurs(join(folder, 'sdk/package.json'))) return folder
  const above = dirname(folder)
  return above === folder ? undefined : repositoryAbove(above)
}

function isOurs(manifest: string): boolean {
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === '@joinery/sdk'
}
