/** The tables say what a plugin declares, and no text of it becomes markup. @module */
import { describe, expect, test } from 'vitest'
import type { Field } from '../fields.ts'
import { definePlugin, type Plugin } from '../plugin.ts'
import type { Example } from '../testing/example.ts'
import { sound, soundExamples } from '../testing/sound-plugin.ts'
import { tablesOf } from './tables.ts'

/** The rows of the table under a heading. */
async function rowsOf(
  title: string,
  plugin: Plugin = sound,
  examples: readonly Example[] = soundExamples,
): Promise<readonly string[]> {
  const sections = (await tablesOf(plugin, examples)).split(/^### /m)
  const section = sections.find((part) => part.startsWith(`${title}\n`)) ?? ''
  return section.split('\n').filter((line) => line.startsWith('|'))
}

describe('the tables of the sound plugin', () => {
  test('have its fields, actions and permissions', async () => {
    expect(await rowsOf('Account')).toEqual([
      '| name | in forms | type |',
      '| --- | --- | --- |',
      '| `key` | Key | secret |',
      '| `server` | Server | address |',
    ])
    expect((await rowsOf('Actions')).slice(2)).toEqual([
      '| `join` | Join | me, on a room | `firstName` | link: `tab` |',
      '| `book` | Book | me, on a room | | task: `tab` |',
    ])
    expect((await rowsOf('Permissions')).slice(2)).toEqual([
      '| open | `https://meet.example/*` |',
      '| call | `{account.server}/*` |',
    ])
  })

  test('tell where each value goes, a secret’s signature and header among them', async () => {
    expect((await rowsOf('Where values go')).slice(2)).toEqual([
      '| account `key` | signature in `signature` | `join` |',
      '| | header `authorization` of a request | `book` |',
      '| account `server` | address of a request | `book` |',
      '| target `room` | `room`; signature in `signature` | `join` |',
      '| person `firstName` | `name`; signature in `signature` | `join` |',
      '| person `phone` | `phone` | `join` |',
    ])
  })
})

test('a condition names each value that will do', async () => {
  const key = { ...sound.account.key, when: { server: ['https://a.example/', 'https://b.example/'] } } as Field
  const plugin: Plugin = { ...sound, account: { ...sound.account, key } }
  expect((await rowsOf('Account', plugin, [])).slice(2, 3)).toEqual([
    '| `key` | Key | secret, where `server` is `https://a.example/` or `https://b.example/` |',
  ])
})

test('what a text says is a text', async () => {
  const plugin = definePlugin({
    api: 1,
    id: 'example.meet',
    name: 'Meet',
    version: '1.0.0',
    permissions: {},
    account: {
      a: {
        type: 'text',
        label: 'a | b <img src=x> `c`',
        help: 'one\ntwo [x](javascript:y) *z*',
        default: '`|`',
        pattern: '.*',
      },
    },
    actions: () => ({}),
  })
  expect((await rowsOf('Account', plugin, [])).slice(2)).toEqual([
    '| `a` | a \\| b \\<img src=x\\> \\`c\\` | text, `` `\\|` `` unless told | one two \\[x\\](javascript:y) \\*z\\* |',
  ])
})

test('a condition that lists values has all of them', async () => {
  const plugin: Plugin = {
    ...sound,
    account: { key: { type: 'secret', label: 'Key', when: { way: ['a', 'b'], on: true } } },
  }
  expect((await rowsOf('Account', plugin, [])).at(-1)).toBe(
    '| `key` | Key | secret, where `way` is `a` or `b` and `on` is `true` |',
  )
})
