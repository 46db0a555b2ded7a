/** The simulated Jitsi Meet server lets in nobody whom Prosody would keep out. */
import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { openServer, secretServer } from './deployment.ts'
import { follow } from './server.ts'
import { act, linkIn, NOW } from './visit.ts'

const HOST = 'meet.example.com'
const setup = secretServer(HOST, 'joinery', { acceptedAudiences: ['jitsi'] })
const sound = linkIn(await act(setup, 'join'))
const [head = '', payload = '', signature = ''] = (new URL(sound).searchParams.get('jwt') ?? '').split('.')
const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const signed = (text: string, secret = setup.deployment.appSecret) =>
  `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
const withClaims = (changed: object) => signed(`${head}.${part({ ...claims, ...changed })}`)
const withHeader = (header: object) => signed(`${part(header)}.${payload}`)
const withUser = (changed: object) => withClaims({ context: { user: { ...claims.context.user, ...changed } } })
const at = (token: string) => follow(setup.deployment, `https://${HOST}/Northwind?jwt=${token}`, NOW)

test('the plugin’s own token is let in', () => {
  expect(follow(setup.deployment, sound, NOW)).toHaveProperty('entry')
  expect(at(withClaims({}))).toHaveProperty('entry')
})

test.each([
  [
    'one byte of the signature',
    `${head}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
    'Invalid signature',
  ],
  ['another secret', signed(`${head}.${payload}`, 'other'), 'Invalid signature'],
  ['no signature', `${head}.${payload}.`, 'bad token format'],
  ['padding', `${head}.${payload}.${signature}=`, 'not encoded as RFC 3986 says'],
  ['alg none', `${part({ alg: 'none', typ: 'JWT' })}.${payload}.AA`, 'Invalid or incorrect alg'],
  ['another alg', withHeader({ alg: 'HS512', typ: 'JWT' }), 'Invalid or incorrect alg'],
  ['no typ', withHeader({ alg: 'HS256' }), 'Invalid typ'],
  ['another issuer', withClaims({ iss: 'other' }), "invalid 'iss' claim"],
  ['another audience', withClaims({ aud: 'other' }), "invalid 'aud' claim"],
  ['another domain', withClaims({ sub: 'other.example.com' }), 'Tenant and token mismatched'],
  ['another room', withClaims({ room: 'other' }), 'Room and token mismatched'],
  ['no room', withClaims({ room: undefined }), "'room' claim is missing"],
  ['an end in milliseconds', withClaims({ exp: NOW / 1000 - 1 }), 'Not acceptable by exp'],
  ['an end that is a text', withClaims({ exp: '1700003600' }), 'exp must be number'],
  ['a beginning in the future', withClaims({ nbf: NOW / 1000 + 1 }), 'Not acceptable by nbf'],
  ['a claim that is none', withClaims({ admin: true }), 'the claim admin is none'],
  ['a moderator by boolean', withUser({ moderator: true }), 'context.user.moderator is no text'],
  ['a moderator by another word', withUser({ moderator: 'yes' }), 'context.user.moderator is neither true nor false'],
  ['a fact that is null', withUser({ email: null }), 'context.user.email is no text'],
  ['a fact that is none', withUser({ phone: '1' }), 'context.user.phone is none'],
])('%s is refused', (_name, token, refusal) => {
  expect(at(token)).toMatchObject({ refusal })
})

test('a token for all rooms and tenants is taken, as Prosody takes it', () => {
  expect(at(withClaims({ room: '*', sub: '*' }))).toHaveProperty('entry')
})

test.each([
  ['another server', sound.replace(HOST, 'evil.example'), 'another server'],
  ['a link to another room', sound.replace('Northwind', 'North%20wind'), 'Room and token mismatched'],
  ['a sign that is not encoded', sound.replace('Northwind', "North'wind"), 'not encoded as RFC 3986 says'],
  ['a further parameter', sound.replace('?', '?role=moderator&'), 'not encoded as RFC 3986 says'],
  ['no token', `https://${HOST}/Northwind`, 'token required'],
])('%s is refused', (_name, link, refusal) => {
  expect(follow(setup.deployment, link, NOW)).toMatchObject({ refusal })
})

test('a server without tokens takes none', () => {
  expect(follow(openServer(HOST).deployment, sound, NOW)).toMatchObject({ refusal: 'a token where none is asked for' })
})
