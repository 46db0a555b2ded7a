/** Packs a package of this repository as it would be published, without writing into the repository. @module */
import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { basename, delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = fileURLToPath(new URL('../..', import.meta.url))
/** What packing looks for beside the packages: the licence is taken from there. */
const BESIDE = ['LICENSE', 'package.json', 'pnpm-workspace.yaml', 'tsconfig.json']
/** Made by installing and building; what is packed is built anew. */
const MADE: ReadonlySet<string> = new Set(['node_modules', 'dist'])
/** Written by the documentation's build, which may run at the same time; no part of the package. */
const DECLARATIONS = join(root, 'sdk/docs/reference/api')

/** A package as it would be published. */
export interface Packed {
  readonly tarball: string
  /** The package's folder, built: with its declarations, and with what they import installed. */
  readonly built: string
}

/**
 * Copies a package, named by its folder from the root, into a scratch folder, builds it there and packs it.
 *
 * @throws Error with what the build or `pnpm pack` printed, where one fails.
 */
export async function packPackage(folder: string, scratch: string): Promise<Packed> {
  const copy = join(scratch, 'workspace')
  mkdirSync(copy, { recursive: true })
  for (const name of BESIDE) cpSync(join(root, name), join(copy, name))
  const built = join(copy, folder)
  cpSync(join(root, folder), built, {
    recursive: true,
    filter: (path) => !MADE.has(basename(path)) && path !== DECLARATIONS,
  })
  for (const modules of ['node_modules', join(folder, 'node_modules')]) {
    if (existsSync(join(root, modules)) && !existsSync(join(copy, modules))) {
      symlinkSync(join(root, modules), join(copy, modules), 'dir')
    }
  }
  const tarball = join(scratch, `${folder.replaceAll('/', '-')}.tgz`)
  await command('npx', ['-y', 'pnpm@12', 'pack', '--out', tarball], built)
  return { tarball, built }
}

/**
 * Runs a program with the Node that runs this one, and gives what it printed.
 *
 * @throws Error with what it printed, where it fails.
 */
export async function command(program: string, words: readonly string[], folder: string): Promise<string> {
  const env = { ...process.env, PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) }
  try {
    return (await run(program, words, { cwd: folder, env, maxBuffer: 10_000_000 })).stdout
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string }
    throw new Error(`${program} ${words.join(' ')} failed:\n${stdout}${stderr}`, { cause: error })
  }
}
