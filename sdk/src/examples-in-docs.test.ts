/** Every example in the SDK's documentation runs and comes out as it says. @module */
import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { describe, expect, test } from 'vitest'
import omnovia from '../../plugins/omnovia/src/index.ts'
import reach from '../../plugins/reach/src/index.ts'
import * as companion from './companion.ts'
import * as csv from './csv.ts'
import * as declarative from './declarative.ts'
import * as failedReply from './failed-reply.ts'
import * as hash from './hash.ts'
import * as host from './host.ts'
import * as sdk from './index.ts'
import * as testing from './testing.ts'

/** A documentation block with its example, and the name of what it documents. */
const DOCUMENTED = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport (?:async )?(?:function|const|class|interface|type) (\w+)/g
/** An expression and what it gives; a source may stand behind in brackets. */
const RESULT = /^(.*\S) \/\/ (.*?)( \([^()]*\))?$/

const files = ['', 'companion/']
  .flatMap((folder) => readdirSync(new URL(folder || '.', import.meta.url)).map((name) => `${folder}${name}`))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
const blocks = files.flatMap((file) => {
  const source = readFileSync(new URL(file, import.meta.url), 'utf8')
  return [...source.matchAll(DOCUMENTED)].map(([, comment = '', name = '']) => ({
    file,
    name,
    code: exampleIn(comment),
  }))
})
const examples = blocks.flatMap(({ file, name, code }) => (code === undefined ? [] : [{ file, name, code }]))

function exampleIn(comment: string): string | undefined {
  const [, example] = comment.split('@example\n')
  return example?.replaceAll(/^ \* ?/gm, '').trim()
}

/** What examples speak of without introducing it. */
const meet = sdk.definePlugin({
  api: 1,
  id: 'example.meet',
  name: 'Meet',
  version: '1.0.0',
  permissions: { open: ['https://meet.example/*'] },
  account: {},
  target: { name: 'Room', fields: { room: { type: 'text', label: 'Room' } } },
  actions: ({ link }) => ({
    join: link({
      label: 'Join',
      for: 'me',
      build: ({ target }) => ({ type: 'tab', url: sdk.url('https://meet.example/', { room: target.room }) }),
    }),
  }),
})
const whereby = readFileSync(new URL('../examples/declarative/whereby.plugin.json', import.meta.url), 'utf8')
const surroundings = {
  plugin: meet,
  whereby,
  omnovia,
  reach,
  examples: [
    {
      name: 'joins',
      action: 'join',
      target: { room: 'lobby' },
      now: 0,
      outcome: { type: 'tab', url: 'https://meet.example/?room=lobby' },
    },
  ],
  reply: { status: 200, header: () => undefined, text: '', json: () => undefined },
  capabilities: {},
  describe: (_name: string, define: () => void) => define(),
  test: () => undefined,
}

/** Runs an example; gives every pair of what an expression gave and what the example says of it. */
async function pairsOf(code: string): Promise<readonly (readonly [given: unknown, said: unknown])[]> {
  const pairs: (readonly [unknown, unknown])[] = []
  const scope = {
    ...sdk,
    ...companion,
    ...csv,
    ...declarative,
    ...failedReply,
    ...host,
    ...hash,
    ...testing,
    ...surroundings,
    pairs,
  }
  const lines = code.split('\n').map((line) => {
    const [, expression, said] = RESULT.exec(line) ?? []
    return expression === undefined || line.startsWith('import ') ? line : `pairs.push([(${expression}), (${said})])`
  })
  // A line that starts like `(` or a template would go on with the line before it.
  const script = stripTypeScriptTypes(
    lines
      .filter((line) => !line.startsWith('import '))
      .join(';\n')
      .replaceAll(/([{,([]);$/gm, '$1'),
  )
  const AsyncFunction = (async () => undefined).constructor as new (
    ...words: string[]
  ) => (...values: unknown[]) => Promise<void>
  await new AsyncFunction(...Object.keys(scope), script)(...Object.values(scope))
  return pairs
}

describe('an example', () => {
  test.each(examples)('of $name in $file comes out as it says', async ({ code }) => {
    if (code.startsWith('throw ')) {
      await expect(pairsOf(code)).rejects.toMatchObject({ name: 'PluginError' })
      return
    }
    for (const [given, said] of await pairsOf(code)) expect(given).toEqual(said)
  })

  test('that is wrong would be found', async () => {
    expect(await pairsOf("encode('&') // '%27'")).toEqual([['%26', '%27']])
    await expect(pairsOf("encodes('&') // '%26'")).rejects.toThrow(ReferenceError)
  })

  test('says what it gives in most cases', async () => {
    const telling = examples.filter(({ code }) => code.split('\n').some((line) => RESULT.test(line)))
    expect(telling.length).toBeGreaterThan(examples.length / 2)
  })
})

describe('everything that a public module exports', () => {
  test.each(
    Object.entries({ ...sdk, ...companion, ...csv, ...declarative, ...failedReply, ...host, ...hash, ...testing }).map(
      ([name]) => name,
    ),
  )('%s has an example', (name) => {
    expect(examples.map((example) => example.name)).toContain(name)
  })
})
