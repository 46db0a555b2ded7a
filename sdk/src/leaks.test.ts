/** What a plugin cannot get past its host, by carelessness or by design. @module */
import { describe, expect, test, vi } from 'vitest'
import { type Capabilities, checkOutcome, restrictFetch, runAction } from './host.ts'
import { definePlugin, type Outcome, PluginError } from './index.ts'

const PASSWORD = 'correct horse'
const capabilities: Capabilities = {
  fetch,
  random: (byteCount) => new Uint8Array(byteCount),
  now: () => 0,
  signal: new AbortController().signal,
  log: () => {},
  progress: () => {},
  save: () => Promise.resolve(),
}

function failing(error: (password: string) => unknown) {
  return definePlugin({
    api: 1,
    id: 'example.careless',
    name: 'Careless',
    version: '1.0.0',
    permissions: { open: ['https://meet.example/*'] },
    account: { password: { type: 'secret', label: 'Password' } },
    actions: ({ link }) => ({
      join: link({
        label: 'Join',
        for: 'me',
        build: ({ account }) => {
          throw error(account.password.reveal())
        },
      }),
    }),
  })
}

async function errorOf(error: (password: string) => unknown): Promise<PluginError> {
  const request = { plugin: failing(error), action: 'join', account: { password: PASSWORD }, now: 0 }
  return await runAction(request, capabilities).then(
    () => {
      throw new Error('It did not fail')
    },
    (thrown) => thrown,
  )
}

describe("a plugin's error", () => {
  test('loses the secrets that its text repeats, in every language', async () => {
    const error = await errorOf(
      (password) => new PluginError('refused', { en: `No: ${password}`, de: `Nein: ${password}` }),
    )
    expect(error).toMatchObject({ code: 'refused', text: { en: 'No: [secret]', de: 'Nein: [secret]' } })
    expect(error.message).not.toContain(PASSWORD)
  })

  test('loses links that carry parameters', async () => {
    const error = await errorOf(() => new PluginError('refused', 'No: https://meet.example/?room=1&token=abc or so.'))
    expect(error.text).toBe('No: … or so.')
  })

  test('has a text even where another copy of the SDK gave a message alone', async () => {
    const error = await errorOf(() => Object.assign(new Error('Full.'), { name: 'PluginError', code: 'conflict' }))
    expect(error).toMatchObject({ code: 'conflict', text: 'Full.' })
  })
})

describe("an outcome's words, and those of its progress", () => {
  const said: unknown[] = []
  const saying = (outcome: (password: string) => Outcome) =>
    definePlugin({
      api: 1,
      id: 'example.careless',
      name: 'Careless',
      version: '1.0.0',
      permissions: { open: ['https://meet.example/*'] },
      account: { password: { type: 'secret', label: 'Password' } },
      actions: ({ task }) => ({
        act: task({
          label: 'Act',
          for: 'me',
          async run({ account, host }) {
            host.progress(0.5, { en: `With ${account.password.reveal()}`, de: `Mit ${account.password.reveal()}` })
            return outcome(account.password.reveal())
          },
        }),
      }),
    })

  test.each<[string, (password: string) => Outcome, Outcome]>([
    [
      'a message',
      (password) => ({ type: 'done', message: { en: `It is ${password}.`, de: `Es ist ${password}.` } }),
      { type: 'done', message: { en: 'It is [secret].', de: 'Es ist [secret].' } },
    ],
    [
      'a table',
      (password) => ({ type: 'table', title: password, columns: [`Key ${password}`], rows: [[{ en: password }], [7]] }),
      { type: 'table', title: '[secret]', columns: ['Key [secret]'], rows: [[{ en: '[secret]' }], [7]] },
    ],
    [
      'an invitation’s title',
      (password) => ({ type: 'invite', title: `PIN ${password}`, links: { me: 'https://meet.example/' } }),
      { type: 'invite', title: 'PIN [secret]', links: { me: 'https://meet.example/' } },
    ],
  ])('lose the secrets that they repeat: %s', async (_name, outcome, expected) => {
    const request = { plugin: saying(outcome), action: 'act', account: { password: PASSWORD }, now: 0 }
    const progress: Capabilities['progress'] = (_fraction, text) => void said.push(text)
    expect(await runAction(request, { ...capabilities, progress })).toEqual(expected)
    expect(said).toContainEqual({ en: 'With [secret]', de: 'Mit [secret]' })
    expect(JSON.stringify(said)).not.toContain(PASSWORD)
  })
})

test('an outcome whose link changes after the check stays as it was checked', () => {
  const links = ['https://meet.example/', 'https://meet.example/', 'https://meet.example/']
  const outcome = {
    type: 'tab',
    get url() {
      return links.shift() ?? 'https://evil.example/'
    },
  }
  const checked = checkOutcome(failing(String), {}, outcome)
  expect([0, 1, 2, 3].map(() => 'url' in checked && checked.url)).toEqual(Array(4).fill('https://meet.example/'))
})

test('an address that changes after the check is asked for as it was checked', async () => {
  const texts = ['https://api.example/', 'https://api.example/', 'https://api.example/']
  const address = { toString: () => texts.shift() ?? 'https://evil.example/' } as unknown as string
  const platform = vi.fn(async (url: unknown) => new Response(String(url)))
  const restricted = restrictFetch(
    platform as typeof fetch,
    { fetch: ['https://api.example/*'] },
    {},
    capabilities.signal,
  )
  expect((await restricted(address)).text).toBe('https://api.example/')
})
