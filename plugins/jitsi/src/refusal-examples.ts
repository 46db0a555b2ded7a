/** What the Jitsi Meet plugin refuses, each with the field at fault. @module */
import type { Example } from '@joinery/sdk/testing'
import { APP_ID, ada, jaas, NOW, open, pkcs1Key, room, SERVER, withKey, withSecret } from './example-values.ts'

const join = { action: 'join', account: open, target: room, person: ada, now: NOW } as const
const invalid = (field: string) => ({ code: 'invalid', field }) as const
const missing = (field: string) => ({ code: 'missing', field }) as const

const servers: readonly Example[] = (
  [
    ['a server without encryption', 'http://meet.example.com'],
    ['a server with a query', `${SERVER}/?x=1`],
    ['two tenants', `${SERVER}/a/b`],
    ['a tenant beyond ASCII', `${SERVER}/t%C3%A4st`],
  ] as const
).map(([name, server]) => ({ ...join, name, account: { server }, error: invalid('server') }))

const rooms: readonly Example[] = ['*', '..', 'a/b', 'a\\b', 'a?b', 'a#b', 'a%2fb', "it's", ' a', 'a '].map((name) => ({
  ...join,
  name: `a room called “${name}”`,
  target: { room: name },
  error: invalid('room'),
}))

const parameters: readonly Example[] = [
  'config.a',
  'config.a=yes',
  'config.a=null',
  'config=1',
  'userInfo.displayName="Eve"',
  'jwt="x"',
  'config.__proto__.a=1',
  'config.a&config.b=1',
].map((line) => ({
  ...join,
  name: `the parameter ${line}`,
  target: { ...room, parameters: line },
  error: invalid('parameters'),
}))

const tokens: readonly Example[] = [
  { ...join, name: 'no app ID', account: { ...withSecret, appId: '' }, error: missing('appId') },
  { ...join, name: 'no secret', account: { ...withSecret, appSecret: '' }, error: missing('appSecret') },
  { ...join, name: 'no key', account: { ...withKey, privateKey: '' }, error: missing('privateKey') },
  { ...join, name: 'no key ID', account: { ...withKey, keyId: '' }, error: missing('keyId') },
  { ...join, name: 'no text of a key', account: { ...withKey, privateKey: 'abc' }, error: invalid('privateKey') },
  {
    ...join,
    name: 'half a key',
    account: { ...withKey, privateKey: withKey.privateKey.replace(/\n[^-]{65}/, '\n') },
    error: invalid('privateKey'),
  },
  {
    ...join,
    name: 'a key in OpenSSL’s older format',
    account: { ...withKey, privateKey: pkcs1Key },
    error: { code: 'unsupported', field: 'privateKey' },
  },
  { ...join, name: 'a token of no time', account: { ...withSecret, tokenMinutes: 0 }, error: invalid('tokenMinutes') },
  { ...join, name: 'features in capitals', account: { ...withSecret, features: 'Rec' }, error: invalid('features') },
  { ...join, name: 'JaaS without its tenant', account: { ...jaas, server: 'https://8x8.vc' }, error: invalid('keyId') },
  {
    ...join,
    name: 'JaaS with the key of another tenant',
    account: { ...jaas, keyId: 'vpaas-magic-cookie-ffff/4f4910' },
    error: invalid('keyId'),
  },
  { ...join, name: 'JaaS with an issuer of one’s own', account: { ...jaas, appId: 'x' }, error: invalid('appId') },
  {
    ...join,
    name: 'JaaS with an audience of one’s own',
    account: { ...jaas, audience: 'x' },
    error: invalid('audience'),
  },
  {
    ...join,
    name: 'JaaS with a subject of one’s own',
    account: { ...jaas, subject: `${APP_ID}0` },
    error: invalid('subject'),
  },
]

/** The refusals. */
export const refusals: readonly Example[] = [
  { ...join, name: 'no server', account: {}, error: missing('server') },
  { ...join, name: 'no room', target: {}, error: missing('room') },
  ...servers,
  ...rooms,
  ...parameters,
  ...tokens,
]
