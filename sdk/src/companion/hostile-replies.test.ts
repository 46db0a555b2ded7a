/** What a companion may answer, and what becomes of it: each of these fails where its guard is taken away. @module */
import { describe, expect, test, vi } from 'vitest'
import { readReply } from '../companion.ts'
import type { RunMessage } from './envelope.ts'
import { controlled, ran } from './remote-fixture.ts'

const badAnswer = { name: 'PluginError', code: 'bad-answer' }

/** An answer as it arrives in Chromium: through JSON, which also knows an own `__proto__`. */
const asJson = (message: unknown, from: string, to: string) => JSON.parse(JSON.stringify(message).replace(from, to))

test('a good answer is an outcome', async () => {
  expect(await controlled(ran)).toEqual({ type: 'app', url: 'remote://4711' })
})

describe('refused is', () => {
  const long = 'x'.repeat(300_000)
  test.each<[string, (asked: RunMessage) => unknown]>([
    ['nothing', () => undefined],
    ['a text', () => 'done'],
    ['an outcome without its envelope', () => ({ type: 'app', url: 'remote://4711' })],
    ['a version that is no number', (asked) => ({ ...ran(asked), joinery: '1' })],
    ['a message of another type', (asked) => ({ ...ran(asked), type: 'announce' })],
    ['an answer to another run', (asked) => ran({ ...asked, runId: crypto.randomUUID() })],
    ['an answer of another plugin', (asked) => ran({ ...asked, plugin: 'com.teamviewer.reach' })],
    ['an answer with neither outcome nor error', ({ runId, plugin }) => ({ joinery: 1, type: 'ran', runId, plugin })],
    ['an outcome of no known type', (asked) => ran(asked, { type: 'script', code: 'alert(1)' })],
    ['an outcome named by what objects inherit', (asked) => ran(asked, { type: 'toString' })],
    ['a link that is no text', (asked) => ran(asked, { type: 'app', url: ['remote://4711'] })],
    ['a message that is no text', (asked) => ran(asked, { type: 'done', message: { en: 7 } })],
    ['an end that is no number', (asked) => ran(asked, { type: 'app', url: 'remote://4711', expiresAt: 'never' })],
    ['a link that wants to be shown', (asked) => ran(asked, { type: 'app', url: 'remote://4711', sensitive: false })],
    ['an error with a code that is none', (asked) => ({ ...ran(asked), error: { code: 'fatal', text: 'No.' } })],
    ['a wait of a thousand years', (asked) => withError(asked, { code: 'rate-limited', retryAfter: 3e10 })],
    ['a huge text', (asked) => ran(asked, { type: 'done', message: long })],
    ['a huge text where nobody looks', (asked) => ({ ...ran(asked), extra: long })],
    ['many small parts', (asked) => ({ ...ran(asked), extra: Array.from({ length: 50_000 }, () => 0) })],
    ['a list that claims a length of billions', (asked) => ({ ...ran(asked), extra: new Array(4e9) })],
    ['a name that is huge', (asked) => ({ ...ran(asked), [long]: 0 })],
    ['an own __proto__', (asked) => asJson(ran(asked), '"outcome":{', '"outcome":{"__proto__":{"sensitive":true},')],
    ['a constructor', (asked) => asJson(ran(asked), '"outcome":{', '"outcome":{"constructor":{},')],
    ['an object with a prototype of its own', (asked) => Object.assign(Object.create({ type: 'ran' }), ran(asked))],
    ['what JSON does not have', (asked) => ran(asked, { type: 'app', url: 'remote://4711', expiresAt: Number.NaN })],
    ['half a character', (asked) => ran(asked, { type: 'done', message: '\ud83d' })],
  ])('%s', async (_name, answer) => {
    await expect(controlled(answer)).rejects.toMatchObject(badAnswer)
  })

  test('what is nested too deeply', async () => {
    const deep = JSON.parse(`${'['.repeat(2000)}${']'.repeat(2000)}`)
    await expect(controlled((asked) => ({ ...ran(asked), extra: deep }))).rejects.toMatchObject(badAnswer)
  })

  test('the answer to the run before, given once more', async () => {
    const given: unknown[] = []
    await controlled((asked) => {
      given.push(ran(asked))
      return given[0]
    })
    await expect(controlled(() => given[0])).rejects.toMatchObject(badAnswer)
  })

  test('a link that the plugin’s permissions do not name', async () => {
    const elsewhere = (asked: RunMessage) => ran(asked, { type: 'tab', url: 'https://evil.example/' })
    await expect(controlled(elsewhere)).rejects.toMatchObject({ code: 'not-permitted' })
    const script = (asked: RunMessage) => ran(asked, { type: 'app', url: 'javascript:alert(1)' })
    await expect(controlled(script)).rejects.toMatchObject({ code: 'not-permitted' })
  })
})

test('nothing is polluted by what is refused', async () => {
  const evil = (asked: RunMessage) => asJson(ran(asked), '"outcome":{', '"__proto__":{"polluted":true},"outcome":{')
  await expect(controlled(evil)).rejects.toMatchObject(badAnswer)
  expect(({} as { polluted?: true }).polluted).toBeUndefined()
})

test('what comes too late is an error, and what it says is not done', async () => {
  vi.useFakeTimers()
  try {
    const { promise, resolve } = Promise.withResolvers<unknown>()
    let asked: RunMessage | undefined
    const running = controlled(
      (message) => {
        asked = message
        return promise
      },
      { milliseconds: 60_000 },
    )
    const refusal = expect(running).rejects.toMatchObject({ code: 'timeout' })
    await vi.advanceTimersByTimeAsync(60_000)
    await refusal
    resolve(asked && ran(asked))
    await refusal
  } finally {
    vi.useRealTimers()
  }
})

test('a run that is called off does not wait; one that was called off before asks nobody', async () => {
  const controller = new AbortController()
  const never = () => new Promise(() => {})
  const running = controlled(never, { signal: controller.signal })
  controller.abort()
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  const ask = vi.fn(ran)
  await expect(controlled(ask, { signal: controller.signal })).rejects.toMatchObject({ code: 'cancelled' })
  expect(ask).not.toHaveBeenCalled()
})

test('where nobody is there, it is said so', async () => {
  const gone = () => Promise.reject(new Error('Could not establish connection. Receiving end does not exist.'))
  await expect(controlled(gone)).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringContaining('removed or disabled'),
  })
})

test.each([
  ['newer', 2, 'Update Joinery.'],
  ['older', 0, 'Update that extension.'],
])('a companion that speaks a %s version says which side is to be updated', async (_name, joinery, words) => {
  await expect(controlled((asked) => ({ ...ran(asked), joinery }))).rejects.toMatchObject({
    code: 'unsupported',
    message: expect.stringContaining(words),
  })
})

test('an error is shown without secrets and links, in the field that it names', async () => {
  const error = { code: 'unauthorized', text: 'the account’s key at https://x.example/?a=1', field: 'key' }
  await expect(controlled((asked) => withError(asked, error))).rejects.toMatchObject({
    code: 'unauthorized',
    message: '[secret] at …',
    field: 'key',
  })
})

test('what a reply says besides is dropped', () => {
  const asked = { runId: 'a', plugin: 'example.remote' } as RunMessage
  const outcome = { type: 'app', url: 'remote://4711', onload: 'x', onclick: 'y' }
  expect(readReply(ran(asked, outcome), asked)).toEqual({ type: 'app', url: 'remote://4711' })
})

function withError({ runId, plugin }: RunMessage, error: object) {
  return { joinery: 1, type: 'ran', runId, plugin, error: { text: 'No.', ...error } }
}
