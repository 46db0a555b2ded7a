/** The conventions of this repository that no compiler and no linter checks. @module */
import { glob, readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const LONGEST_FILE = 300
/** Tables of data may be longer. */
const TABLES: ReadonlySet<string> = new Set(['test/crm/names.ts', 'test/guess/table.ts', 'test/sites/table.ts'])
/** Each room, and the rooms whose code it may run; type imports are free. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  entrypoints: ['page', 'picker', 'ui', 'invitations', 'desk', 'certificates', 'vault', 'sites', ''],
  ui: ['invitations', 'desk', 'certificates', 'vault', 'sites', ''],
  desk: ['certificates', 'vault', 'sites', ''],
  page: ['sites', ''],
  picker: ['page', 'sites', ''],
  certificates: [''],
  vault: ['sites', ''],
  invitations: [''],
  sites: [''],
}
// An import or export that takes over more than types; it starts its line and holds no quotes before its module's name.
const RUNTIME_IMPORT = /^(?:import|export) (?!type )(?:[^'"`;=]*?from )?'([^']+)'/gm
const DYNAMIC_IMPORT = /\bimport\(\s*'([^']+)'/g
const OPENING = /^(#!.*\n)?\/\*\*(?:(?!\*\/)[\s\S])*@module\s*\*\//
// What turns text into code or markup.
const DANGEROUS =
  /\.(inner|outer)HTML\b|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|setHTMLUnsafe|document\.write|\beval\s*\(|new Function\b|DOMParser/
const BARE_CHROME = /(?<![\w.'"/-])chrome\.\w/

interface Source {
  /** From the root, with slashes. */
  readonly path: string
  readonly text: string
}

const sources: readonly Source[] = await readSources()
const isTest = (path: string) => /\.test\.tsx?$/.test(path)
const product = sources.filter(
  ({ path }) => /^(extension\/src|sdk\/(?:create\/)?src|plugins\/[^/]+\/src)\//.test(path) && !isTest(path),
)

async function readSources(): Promise<readonly Source[]> {
  const found: Source[] = []
  const patterns = [
    'extension/src/**/*.{ts,tsx}',
    'sdk/{,create/}{src,bin}/**/*.ts',
    'sdk/create/templates/**/*.ts',
    'sdk/examples/**/*.ts',
    'sdk/docs/{site,.vitepress}/**/*.ts',
    'plugins/*/src/**/*.ts',
    'test/**/*.ts',
  ]
  for await (const name of glob(patterns, { cwd: root, exclude: (path) => path.includes('node_modules') })) {
    found.push({ path: name.replaceAll('\\', '/'), text: await readFile(join(root, name), 'utf8') })
  }
  return found
}

/** What a file imports at run time: packages by name, files by their path from the root. */
function runtimeImports({ path, text }: Source): readonly string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '')
  const names = [...code.matchAll(RUNTIME_IMPORT), ...code.matchAll(DYNAMIC_IMPORT)].flatMap(([, name]) => name ?? [])
  return names.map((name) => (name.startsWith('.') ? join(dirname(path), name).replaceAll('\\', '/') : name))
}

function roomOf(path: string): string | undefined {
  const inside = relative('extension/src', path).replaceAll('\\', '/')
  if (inside.startsWith('..')) return undefined
  return inside.includes('/') ? inside.slice(0, inside.indexOf('/')) : ''
}

/** The libraries that a plugin's package depends on; what the house itself makes is not among them. */
async function librariesOf(path: string): Promise<readonly string[]> {
  const [plugin] = /^plugins\/[^/]+/.exec(path) ?? []
  const manifest = JSON.parse(await readFile(join(root, String(plugin), 'package.json'), 'utf8'))
  return Object.keys(manifest.dependencies ?? {}).filter((name) => !name.startsWith('@joinery/'))
}

describe('imports go downward only', () => {
  test.each(Object.entries(ROOMS))('%s runs nothing but its own code and that of: %s', (room, below) => {
    const files = product.filter(({ path }) => path.startsWith(`extension/src/${room}/`))
    expect(files.length).toBeGreaterThan(0)
    const wrong = files.flatMap((file) =>
      runtimeImports(file)
        .filter((name) => {
          const other = roomOf(name)
          return other !== undefined && other !== room && !below.includes(other)
        })
        .map((name) => `${file.path} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test.each([
    ['page', 'extension/src/page/watch.ts'],
    ['picker', 'extension/src/picker/pick.ts'],
  ])('the content script %s reaches neither desk nor vault, by whatever way', (script, inside) => {
    const byPath = new Map(sources.map((source) => [source.path, source]))
    const reached = new Set<string>()
    const visit = (path: string) => {
      const source = byPath.get(path)
      if (source === undefined || reached.has(path)) return
      reached.add(path)
      for (const name of runtimeImports(source)) visit(name)
    }
    visit(`extension/src/entrypoints/${script}.ts`)
    expect(reached).toContain(inside)
    expect([...reached].filter((path) => /^extension\/src\/(desk|vault)\//.test(path))).toEqual([])
  })

  test('plugins import the SDK, each other and the libraries that their package names, nothing else', async () => {
    const wrong: string[] = []
    for (const file of product.filter(({ path }) => path.startsWith('plugins/'))) {
      const libraries = await librariesOf(file.path)
      const foreign = runtimeImports(file).filter((name) => {
        const isOurs = /^(@joinery\/(sdk|room-login)(\/[a-z-]+)?|plugins\/.+)$/.test(name)
        return !isOurs && !libraries.some((library) => name === library || name.startsWith(`${library}/`))
      })
      wrong.push(...foreign.map((name) => `${file.path} imports ${name}`))
    }
    expect(wrong).toEqual([])
  })

  test('the SDK imports nothing of the others', () => {
    const wrong = product
      .filter(({ path }) => path.startsWith('sdk/'))
      .flatMap((file) => runtimeImports(file).map((name) => `${file.path} imports ${name}`))
      .filter((line) => / imports (extension|plugins|test)\/|@joinery\//.test(line))
    expect(wrong).toEqual([])
  })
})

test('no text becomes code or markup', () => {
  expect(product.filter(({ text }) => DANGEROUS.test(text)).map(({ path }) => path)).toEqual([])
})

test('browser interfaces are called through the polyfill', () => {
  const ours = product.filter(({ path }) => path.startsWith('extension/'))
  expect(ours.filter(({ text }) => BARE_CHROME.test(text)).map(({ path }) => path)).toEqual([])
})

test('every module opens by saying what it is for', () => {
  expect(sources.filter(({ path, text }) => !isTest(path) && !OPENING.test(text)).map(({ path }) => path)).toEqual([])
})

test(`no file is longer than ${LONGEST_FILE} lines`, () => {
  const long = sources.filter(({ path, text }) => !TABLES.has(path) && text.split('\n').length > LONGEST_FILE + 1)
  expect(long.map(({ path }) => path)).toEqual([])
})
