/** The files of a plugin that is started, as texts by their paths. @module */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Answers, Kind } from './answers.ts'
import { BUILD, COMPILER, manifest } from './manifest.ts'
import { ownFile } from './own-file.ts'
import type { Place } from './place.ts'

/** What the templates are called; they are plugins themselves, and tested as they stand. */
const TEMPLATE = { id: 'com.example.meet', name: 'Example Meet' } as const

/** A line that each kind's own action takes. */
const LINES: { readonly [Name in Kind]: object } = {
  link: { target: { room: 'lobby' }, person: { firstName: 'Zoë' } },
  'signed-link': { account: { key: 'made up' }, target: { room: 'lobby' }, person: { firstName: 'Zoë' } },
  task: {
    account: { server: 'https://meet.example/', key: 'made up' },
    target: { room: 'r-7' },
    person: { firstName: 'Zoë' },
  },
}

/** Texts by their paths within the plugin's folder. */
export type Files = ReadonlyMap<string, string>

/** Every file of a plugin; `sdk` is what its manifest asks for in place of this version's SDK. */
export function filesOf(answers: Answers, place: Place, sdk?: string): Files {
  const shared: readonly (readonly [string, string])[] = [
    ['package.json', json(manifest(answers, place, sdk))],
    ['README.md', page('README.md', answers, place)],
    ['AGENTS.md', page('AGENTS.md', answers, place)],
    ...sources(answers),
  ]
  return new Map(place.repository === undefined ? [...shared, ...ownFiles()] : shared)
}

/** What a plugin needs only where no repository around it has it already. */
function ownFiles(): readonly (readonly [string, string])[] {
  return [
    ['tsconfig.json', json(COMPILER)],
    ['tsconfig.build.json', json(BUILD)],
    ['.gitignore', 'node_modules/\ndist/\n'],
    ['.github/workflows/test.yml', template('pages/test.yml')],
  ]
}

function sources(answers: Answers): readonly (readonly [string, string])[] {
  const folder = join(answers.kind, 'src')
  return readdirSync(ownFile(join('templates', folder))).map((name) => {
    const text = template(join(folder, name))
    // By functions: in a text that replaces another, a dollar sign would mean something.
    const named = text.replaceAll(TEMPLATE.id, () => answers.id).replaceAll(TEMPLATE.name, () => answers.name)
    return [`src/${name}`, named]
  })
}

function page(name: string, answers: Answers, { packageName, folder, repository }: Place): string {
  const here = `plugins/${folder.split(/[\\/]/).at(-1)}`
  const pnpm = 'npx -y pnpm@12'
  const words: { readonly [word: string]: string } = {
    name: answers.name,
    id: answers.id,
    kind: answers.kind,
    line: JSON.stringify(LINES[answers.kind]),
    package: packageName,
    install: repository === undefined ? 'npm install' : `${pnpm} install`,
    test:
      repository === undefined
        ? 'npm test'
        : `${pnpm} exec vitest run --config test/vitest.config.ts --project unit ${here}`,
    check: repository === undefined ? 'npm run check' : `${pnpm} joinery-plugin check ${here} --strict`,
    dev: repository === undefined ? 'npm run dev' : `${pnpm} joinery-plugin dev ${here}`,
    tables: repository === undefined ? 'npm run docs' : `${pnpm} joinery-plugin docs ${here}`,
    run:
      repository === undefined
        ? 'npm run build && npx joinery-plugin run . join'
        : `${pnpm} joinery-plugin run ${here} join`,
    docs: repository === undefined ? 'node_modules/@joinery/sdk' : '../../sdk',
  }
  return template(`pages/${name}`).replaceAll(/\{\{(\w+)\}\}/g, (_, word: string) => {
    const text = words[word]
    if (text === undefined) throw new Error(`The page ${name} asks for "${word}", which there is not.`)
    return text
  })
}

function template(path: string): string {
  return readFileSync(ownFile(join('templates', path)), 'utf8')
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
