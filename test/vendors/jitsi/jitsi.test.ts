/** Links of the Jitsi Meet plugin work at simulated servers of every kind, with keys made for the test. */
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { isPluginError } from '@joinery/sdk'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { jaasServer, keyServer, openServer, type Setup, secretServer } from './deployment.ts'
import { follow } from './server.ts'
import { act, jane, joe, linkIn, NOW, visit } from './visit.ts'

const HOST = 'meet.example.com'
const APP_ID = `vpaas-magic-cookie-${randomUUID().replaceAll('-', '')}`
const open = openServer(HOST)
const secret = secretServer(HOST, 'joinery')
const key = keyServer(HOST, 'joinery', 'joinery/2023')
const jaas = jaasServer(APP_ID)

const tenants: Setup = {
  deployment: secret.deployment,
  settings: { ...secret.settings, server: `https://${HOST}/Acme` },
}
const internal = secretServer(HOST, 'joinery', { domain: 'meet.jitsi', acceptedAudiences: ['joinery'] })
const docker: Setup = {
  deployment: internal.deployment,
  settings: { ...internal.settings, subject: 'meet.jitsi', audience: 'joinery' },
}

const signing: readonly (readonly [name: string, setup: Setup, tenant: string | undefined])[] = [
  ['a secret', secret, undefined],
  ['a key', key, undefined],
  ['JaaS', jaas, APP_ID],
  ['a tenant', tenants, 'acme'],
  ['a domain and an audience of its own', docker, undefined],
]

describe.each(signing)('with tokens: %s', (_name, setup, tenant) => {
  test('I enter as moderator, for an hour', async () => {
    expect(await visit(setup, 'join')).toMatchObject({
      entry: {
        ...{ tenant, room: 'northwind', role: 'moderator', secondsValid: 3600 },
        user: { id: 'joe', name: 'Joe Smith', email: joe.email, moderator: 'true' },
      },
    })
    expect(await act(setup, 'join')).toMatchObject({ type: 'tab', sensitive: true })
  })

  test('a guest enters with a token of their own and is no moderator, for a day', async () => {
    expect(await visit(setup, 'invite')).toMatchObject({
      entry: {
        ...{ tenant, room: 'northwind', role: 'member', secondsValid: 86_400 },
        user: { id: jane.email, name: 'Jane Doe', email: jane.email, moderator: 'false' },
      },
    })
  })

  test('it ends when it says, and a server whose clock is a minute behind takes it', async () => {
    const outcome = await act(setup, 'join', { settings: { tokenMinutes: 5 } })
    expect(outcome).toMatchObject({ expiresAt: 1_700_000_300_000 })
    const settings = { tokenMinutes: 5 }
    expect(await visit(setup, 'join', { settings, later: 299_999 })).toMatchObject({ entry: { secondsValid: 1 } })
    expect(await visit(setup, 'join', { settings, later: 300_000 })).toMatchObject({ refusal: 'Not acceptable by exp' })
    expect(await visit(setup, 'join', { later: -60_000 })).toHaveProperty('entry')
    expect(await visit(setup, 'join', { later: -61_000 })).toMatchObject({ refusal: 'Not acceptable by nbf' })
  })

  test('every name of a room that is taken lets in, and into that room alone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), async (room) => {
        const made = await act(setup, 'join', { target: { room } }).catch((error: unknown) => {
          if (isPluginError(error) && error.field === 'room') return undefined
          throw error
        })
        if (made === undefined) return
        const link = new URL(linkIn(made))
        expect(follow(setup.deployment, link.href, NOW)).toHaveProperty('entry.role', 'moderator')
        link.pathname = link.pathname.replace(/[^/]+$/, 'elsewhere')
        expect(follow(setup.deployment, link.href, NOW)).toMatchObject({ refusal: 'Room and token mismatched' })
      }),
      { numRuns: setup === key || setup === jaas ? 10 : 100 },
    )
  })
})

describe('without tokens', () => {
  test('everybody enters by the room’s name, and is greeted by theirs', async () => {
    const mine = await visit(open, 'join')
    expect(mine).toMatchObject({ entry: { room: 'northwind', role: 'guest' }, address: { dropped: [] } })
    expect(mine.address.parameters).toEqual({ 'userInfo.displayName': 'Joe Smith' })
    const theirs = await visit(open, 'invite')
    expect(theirs).toMatchObject({ entry: { role: 'guest' }, address: { token: undefined, dropped: [] } })
    expect(theirs.address.parameters).toEqual({ 'userInfo.displayName': 'Jane Doe' })
  })

  test('whatever somebody is called, the page reads that name and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (lastName) => {
        const shown = lastName.trim().normalize('NFC')
        if (shown === '' || /\p{Cc}/u.test(lastName.trim())) return
        const { address } = await visit(open, 'invite', { person: { lastName } })
        expect(address).toMatchObject({ parameters: { 'userInfo.displayName': shown }, dropped: [] })
        expect(Object.keys(address.parameters)).toHaveLength(1)
      }),
      { examples: [['“Ada” ‘B’'], ['\\&'], ['"&config.subject="x'], ['undefined']] },
    )
  })

  test('guests of a server that lets them in get a link without a token, and I still am moderator', async () => {
    const guests = secretServer(HOST, 'joinery', { allowEmptyToken: true })
    const settings = { guests: 'plain' }
    expect(await visit(guests, 'invite', { settings })).toMatchObject({
      entry: { role: 'guest' },
      address: { token: undefined, parameters: { 'userInfo.displayName': 'Jane Doe' } },
    })
    expect(await visit(guests, 'join', { settings })).toMatchObject({ entry: { role: 'moderator' } })
    expect(await visit(secret, 'invite', { settings })).toMatchObject({ refusal: 'token required' })
  })
})

test('what a room is told arrives, as what it is', async () => {
  const target = {
    ...{ subject: '“R&D”, #7', prejoin: 'skip', audioMuted: true, videoMuted: true, knocks: true },
    parameters:
      'config.startAudioOnly=true\nconfig.toolbarButtons=["hangup", "chat"]\nconfig.hosts.domain="evil.example"',
  }
  for (const setup of [open, secret]) {
    const { address } = await visit(setup, 'join', { target })
    expect(address.parameters).toEqual({
      'config.subject': '“R&D”, #7',
      'config.prejoinConfig.enabled': false,
      'config.startWithAudioMuted': true,
      'config.startWithVideoMuted': true,
      'config.lobby.autoKnock': true,
      'config.autoKnockLobby': true,
      'config.startAudioOnly': true,
      'config.toolbarButtons': ['hangup', 'chat'],
      ...(setup === open ? { 'userInfo.displayName': 'Joe Smith' } : {}),
    })
    expect(address.dropped).toEqual(['config.hosts.domain'])
  }
})

test('at JaaS a moderator has the features that the account names, and a guest none', async () => {
  const settings = { features: 'recording, livestreaming' }
  expect(await visit(jaas, 'join', { settings })).toMatchObject({
    entry: { features: { recording: 'true', livestreaming: 'true' } },
  })
  expect((await visit(jaas, 'invite', { settings })) as object).toHaveProperty('entry.features', {})
  expect((await visit(secret, 'join')) as object).toHaveProperty('entry.features', undefined)
})

test('a secret as short as the handbook’s signs, too', async () => {
  const short = secretServer(HOST, 'myappid', { appSecret: 'myappsecret' })
  expect(await visit(short, 'join', { settings: { appSecret: 'myappsecret' } })).toHaveProperty('entry')
})

test('another secret, key or app is refused by the server', async () => {
  const other = String(keyServer(HOST, 'joinery', 'joinery/2023').settings.privateKey)
  const unknown = (setup: Setup, settings: Readonly<Record<string, string>>) => visit(setup, 'join', { settings })
  expect(await unknown(secret, { appSecret: randomUUID() })).toMatchObject({ refusal: 'Invalid signature' })
  expect(await unknown(key, { privateKey: other })).toMatchObject({ refusal: 'Invalid signature' })
  expect(await unknown(key, { keyId: 'joinery/2024' })).toMatchObject({ refusal: 'could not obtain public key' })
  expect(await unknown(secret, { appId: 'other' })).toMatchObject({ refusal: "invalid 'iss' claim" })
  expect(await unknown(docker, { audience: 'jitsi' })).toMatchObject({ refusal: "invalid 'aud' claim" })
  expect(await unknown(docker, { subject: '' })).toMatchObject({ refusal: 'Tenant and token mismatched' })
})

const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
const short = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey
const long = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
const pkcs8 = (made: typeof ec) => made.export({ type: 'pkcs8', format: 'pem' }).toString()

test.each([
  ['no PEM', 'invalid', randomUUID()],
  ['a public key', 'invalid', pkcs8(long).replaceAll('PRIVATE', 'PUBLIC')],
  ['another kind of key', 'invalid', pkcs8(ec)],
  ['a key that is too short', 'invalid', pkcs8(short)],
  ['a key whose end is missing', 'invalid', pkcs8(long).slice(0, -40)],
  ['a key with a line taken out', 'invalid', pkcs8(long).split('\n').toSpliced(5, 1).join('\n')],
  ['two keys', 'invalid', pkcs8(long) + pkcs8(long)],
  ['OpenSSL’s older format', 'unsupported', long.export({ type: 'pkcs1', format: 'pem' }).toString()],
  [
    'a key under a passphrase',
    'unsupported',
    long.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: randomUUID() }).toString(),
  ],
])('%s is refused by its field’s name, and the words hold nothing of it', async (_name, code, privateKey) => {
  const failure = await act(key, 'join', { settings: { privateKey } }).catch((error: unknown) => error)
  expect(failure).toMatchObject({ name: 'PluginError', code, field: 'privateKey' })
  const { text } = failure as { readonly text: Readonly<Record<string, string>> }
  expect(Object.keys(text).toSorted()).toEqual(['de', 'en'])
  const lines = privateKey.split('\n').filter((line) => line !== '' && !line.startsWith('---'))
  expect(lines.filter((line) => JSON.stringify(text).includes(line))).toEqual([])
})

test('a key is read with lines of any length, and with white space around it', async () => {
  const text = `\r\n  ${String(key.settings.privateKey).replaceAll('\n', '\r\n')}  \n`
  expect(await visit(key, 'join', { settings: { privateKey: text } })).toHaveProperty('entry')
})
