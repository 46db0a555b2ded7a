/** Plugin files: what is read of them, and what each fault is called. @module */
import { describe, expect, test } from 'vitest'
import { faults } from './declarative/file-faults.ts'
import { meetFile, meetWith } from './declarative/file-fixture.ts'
import { MAX_PLUGIN_FILE_BYTES, readPluginFile, shippedPluginFile } from './declarative.ts'
import { isPluginError, type PluginError } from './errors.ts'
import { recognizeLink } from './recognize.ts'
import { alternativesOf } from './testing/actions.ts'

const text = JSON.stringify(meetFile)

function refusalOf(file: string): PluginError {
  try {
    readPluginFile(file)
  } catch (error) {
    if (isPluginError(error)) return error
    throw error
  }
  throw new Error('It was read.')
}

test('a file that says everything becomes a plugin whose actions are links', () => {
  const plugin = readPluginFile(text)
  expect(plugin).toMatchObject({ api: 1, id: 'example.meet', name: { en: 'Meet', de: 'Treffen' }, version: '1.2.3' })
  expect(plugin.account.team).toMatchObject({ type: 'text', pattern: '[A-Za-z0-9]+', maxLength: 20, optional: true })
  expect(alternativesOf(plugin).map(({ action }) => action.kind)).toEqual(['link', 'link', 'link', 'link', 'link'])
  expect(Object.keys(plugin)).not.toContain('$schema')
})

test('who reaches into a target asks first, whatever the file says', () => {
  const [join] = readPluginFile(meetWith('actions.join.icon', 'control')).actions.join ?? []
  expect(join?.asksFirst).toEqual({ shows: ['room', 'kind'] })
  expect(refusalOf(meetWith('actions.join.asksFirst', { shows: [] })).field).toBe('actions.join.asksFirst')
})

test('links in a page are recognised by path and parameter', () => {
  const plugin = readPluginFile(text)
  const settings = { server: 'https://meet.example/' }
  const said = (link: string) => recognizeLink(plugin, link, settings)
  expect(said('https://eu.meet.example/rooms/r-blue%20room.html')).toEqual({ room: 'rblue room' })
  expect(said('https://eu.meet.example/rooms/r-blueXhtml')).toEqual({})
  expect(said('https://eu.meet.example/rooms/r-blue.html?key=1')).toBeUndefined()
  expect(said('https://meet.example/x?r=blue&pin=7')).toEqual({ room: 'blue', pin: '7' })
})

test('what helps the author alone is not shipped', () => {
  const shipped = JSON.parse(shippedPluginFile(meetWith('examples', [{ name: 'joins' }])))
  const { $schema, ...rest } = meetFile
  expect(shipped).toEqual(rest)
})

describe('a fault is told by its path, in English and German', () => {
  test.each(faults.map((fault) => [fault.path, fault.value, fault.told] as const))('%s: %j', (path, value, told) => {
    const { field, text: sentence } = refusalOf(meetWith(path, value))
    expect(field).toBe(told)
    const { en, de = '' } = typeof sentence === 'string' ? { en: sentence } : sentence
    for (const said of [en, de]) expect(said).toContain(told)
    expect(en).not.toBe(de)
    expect(`${en}${de}`).not.toMatch(/undefined|\{[a-z]+\}/)
  })

  test('a file without a target has actions on the account alone', () => {
    const { target, recognize, actions, ...rest } = meetFile
    expect(readPluginFile(JSON.stringify({ ...rest, actions: { open: actions.open } })).target).toBeUndefined()
    expect(refusalOf(JSON.stringify({ ...rest, actions })).field).toBe('actions.join.on')
  })

  test.each([
    ['{', undefined],
    ['[]', undefined],
    ['null', undefined],
    ['', undefined],
    ['"joinery"', undefined],
    ['{"joinery":1,}', undefined],
    ['{"id":"example.meet"}', 'joinery'],
  ])('%s is no plugin file', (file, field) => {
    expect(refusalOf(file).field).toBe(field)
  })
})

describe('harm that no file can do', () => {
  const schemes = [
    'javascript',
    'data',
    'file',
    'blob',
    'about',
    'view-source',
    'vbscript',
    'filesystem',
    'chrome',
    'http',
  ]

  test.each(schemes)('%s: is neither permitted nor opened', (scheme) => {
    expect(refusalOf(meetWith('permissions.open.0', `${scheme}:*`)).field).toBe('permissions.open.0')
    for (const opens of ['tab', 'popup', 'app', 'guest link']) {
      for (const start of [`${scheme}:`, `${scheme}://`, `${scheme.toUpperCase()}://meet.example/`, ` ${scheme}:`]) {
        const action = {
          label: 'Join',
          for: 'me',
          opens,
          width: 800,
          height: 600,
          url: `${start}alert(1)//{target.room}`,
        }
        const { width: _, height: __, ...plain } = action
        const refusal = refusalOf(meetWith('actions.join', opens === 'popup' ? action : plain))
        expect(refusal.field).toBe('actions.join.url')
      }
    }
  })

  test('1 MB of JSON is refused before it is parsed', () => {
    const parse = JSON.parse
    const parsed: string[] = []
    JSON.parse = (...args) => {
      parsed.push(args[0])
      return parse(...args)
    }
    try {
      expect(refusalOf(meetWith('name', 'x'.repeat(1_000_000))).message).toContain('64 kB')
      // Fewer characters than the limit, and more bytes.
      expect(refusalOf(`"${'ש'.repeat(MAX_PLUGIN_FILE_BYTES / 2)}"`).message).toContain('64 kB')
    } finally {
      JSON.parse = parse
    }
    expect(parsed).toEqual([])
  })

  test.each([
    ['a pattern that explodes', 'account.team.pattern', '(a+)+$'],
    ['a billion alternatives', 'account.team.pattern', '(a|b){1000000000}'],
    ['a set of characters', 'account.team.characters', '(a+)+$'],
    ['a path', 'recognize.0.path', '/(a+)+$/{target.room}'],
    ['texts in a page', 'recognizeText', [{ text: '(a+)+b', field: 'room' }]],
  ] as const)('an expression is no part of it: %s', (_, path, value) => {
    expect(refusalOf(meetWith(path, value)).field).toBe(path)
  })

  test('what is made of it reads the longest and most stubborn values at once', () => {
    const plugin = readPluginFile(meetWith('recognize.0.path', '/a{target.room}a/a{target.pin}a'))
    const startedAt = performance.now()
    const part = 'a'.repeat(1_000_000)
    const [{ path = {} } = {}] = plugin.recognize ?? []
    const expressions = [path.room, path.pin, Reflect.get(plugin.account.team ?? {}, 'pattern')]
    for (const expression of expressions) {
      expect(new RegExp(`^(?:${expression})$`, 'u').test(`/${part}/${part}!`)).toBe(false)
    }
    expect(performance.now() - startedAt).toBeLessThan(2000)
  })

  test.each(['__proto__', 'constructor', 'prototype', '__pro\\u0074o__'])('%s is a name nowhere', (name) => {
    for (const part of ['', 'account', 'target', 'actions', 'permissions']) {
      const inside = `"${name}":{"isAdmin":true}`
      const file = part === '' ? text.replace('{', `{${inside},`) : text.replace(`"${part}":{`, `"${part}":{${inside},`)
      expect(file).not.toBe(text)
      expect(refusalOf(file)).toMatchObject({
        code: 'invalid',
        field: expect.stringMatching(/__proto__|constructor|prototype/),
      })
    }
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
  })

  test('a name that stands twice is refused, however it is written', () => {
    const twice = text.replace(
      '"url":"https://www.meet.example/guest',
      '"\\u0075rl":"https://evil.example/","url":"https://www.meet.example/guest',
    )
    expect(refusalOf(twice)).toMatchObject({ field: 'actions.invite.url', message: expect.stringContaining('twice') })
    expect(refusalOf(text.replace('"id"', '"id":"example.other","id"')).field).toBe('id')
  })

  test.each([
    ['lists', '['.repeat(30_000)],
    ['objects', '{"a":'.repeat(10_000)],
    ['lists within the file', text.replace('"Server"', `${'['.repeat(30_000)}${']'.repeat(30_000)}`)],
  ])('deep nesting is refused: %s', (_, file) => {
    expect(refusalOf(file).message).toContain('nested too deeply')
  })

  test.each([
    ['quotes', '"\\"'.repeat(20_000)],
    ['a text without end', `"${'\\"'.repeat(30_000)}\\`],
    ['many names', `{${Array.from({ length: 6000 }, (_, index) => `"n${index}":1`).join(',')}}`],
  ])('a file that is hard to read is read at once: %s', (_, file) => {
    const startedAt = performance.now()
    expect(isPluginError(refusalOf(file))).toBe(true)
    expect(performance.now() - startedAt).toBeLessThan(500)
  })
})
