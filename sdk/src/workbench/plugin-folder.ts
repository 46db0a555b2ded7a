/** A plugin in a folder of its own, as its author has it, for the tests of the workbench. @module */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where it calls; nobody is there. */
export const SERVER = 'https://meet.example/'

const PLUGIN = `import { definePlugin, url } from '@joinery/sdk'; import { hmac } from '@joinery/sdk/hash'; import { PAGE } from './page.ts'

export default definePlugin({
  api: 1,
  id: 'example.meet',
  name: 'Meet',
  version: '1.0.0',
  permissions: { open: ['https://meet.example/*'], fetch: ['https://meet.example/*'] },
  account: { key: { type: 'secret', label: 'Key' } },
  target: { name: 'Room', fields: { room: { type: 'text', label: 'Room', pattern: '[a-z]+' } } },
  actions: ({ link, task }) => ({
    join: link({
      label: 'Join',
      for: 'me',
      needs: ['firstName'],
      build({ account, target, person }) {
        const signed = Buffer.from(hmac('sha256', account.key.reveal(), target.room)).toString('hex')
        return { type: 'tab', url: url(PAGE, { room: target.room, name: person.firstName, signed }) }
      },
    }),
    book: task({
      label: 'Book',
      for: 'contact',
      async run({ account, target, host }) {
        const headers = { authorization: 'Bearer ' + account.key.reveal() }
        console.log('booking with', account.key.reveal())
        host.log('booking ' + account.key.reveal())
        const reply = await host.fetch('${SERVER}rooms', { method: 'POST', headers, json: { room: target.room } })
        return { type: 'done', message: reply.text }
      },
    }),
  }),
})
`

const EXAMPLES = `export default [
  {
    name: 'books a room',
    action: 'book',
    account: { key: 'made up' },
    target: { room: 'lobby' },
    now: 0,
    replies: [
      {
        request: { method: 'POST', url: '${SERVER}rooms', json: { room: 'lobby' } },
        headers: { 'x-answer': 'yes' },
        json: { id: 7 },
      },
    ],
    outcome: { type: 'done', message: '{"id":7}' },
  },
]
`

/** A folder with a plugin, until it is disposed of. */
export interface PluginFolder extends Disposable {
  readonly path: string
  /** Saves one of its files. */
  save(name: string, text: string): void
  /** Saves the plugin with a part of its code replaced. */
  change(from: string, to: string): void
}

/** Writes the plugin; its package exports what was never built, and names its sources. */
export function pluginFolder(): PluginFolder {
  const path = mkdtempSync(join(tmpdir(), 'joinery-workbench-'))
  const save = (name: string, text: string) => writeFileSync(join(path, name), text)
  const sources = { '.': './index.ts', './examples': './examples.ts' }
  const exports = { '.': './dist/index.js', './examples': './dist/examples.js' }
  save('package.json', JSON.stringify({ type: 'module', exports, joinery: { sources } }))
  save('page.ts', "export const PAGE: string = 'https://meet.example/join'\n")
  save('index.ts', PLUGIN)
  save('examples.ts', EXAMPLES)
  mkdirSync(join(path, 'node_modules/@joinery'), { recursive: true })
  symlinkSync(fileURLToPath(new URL('../..', import.meta.url)), join(path, 'node_modules/@joinery/sdk'))
  return {
    path,
    save,
    change: (from, to) => save('index.ts', PLUGIN.replace(from, to)),
    [Symbol.dispose]: () => rmSync(path, { recursive: true }),
  }
}
