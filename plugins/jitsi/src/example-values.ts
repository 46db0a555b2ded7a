/** Accounts, rooms and people for the examples. Keys and signatures are made anew each time, by Node's own crypto and not by the library. @module */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto'

/** 14 November 2023, 22:13:20 UTC. */
export const NOW = 1_700_000_000_000
/** When tokens of an hour made then end, in seconds since 1970. */
export const HOUR_LATER = 1_700_003_600
/** When tokens of a day made then end. */
export const DAY_LATER = 1_700_086_400
/** What is in no server's future even if its clock is a minute behind. */
export const NOT_BEFORE = 1_699_999_940

export const SERVER = 'https://meet.example.com'
/** Made up, and long enough to be looked for in every outcome. */
export const APP_SECRET = 'an app secret made up for these examples'
/** A tenant as JaaS names them. */
export const APP_ID = 'vpaas-magic-cookie-0123456789abcdef0123456789abcdef'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** A server without tokens. */
export const open = { server: SERVER }
/** A server with tokens by a secret. */
export const withSecret = { server: SERVER, authentication: 'token', appId: 'joinery', appSecret: APP_SECRET }
/** A server with tokens by a key. */
export const withKey = {
  server: SERVER,
  authentication: 'token',
  algorithm: 'RS256',
  appId: 'joinery',
  keyId: 'joinery/2023',
  privateKey: pem('pkcs8'),
}
/** The same key in OpenSSL's older format. */
export const pkcs1Key = pem('pkcs1')
/** An account at JaaS. */
export const jaas = { ...withKey, server: `https://8x8.vc/${APP_ID}`, appId: 'chat', keyId: `${APP_ID}/4f4910` }

export const room = { room: 'Northwind-Support' }
export const ada = { firstName: 'Ada', lastName: 'King', username: 'ada9', email: 'ada@example.com' }
export const zoe = { firstName: 'Zoë Ann', lastName: "O'Brïen", email: 'zoe@example.com' }

/** A token as RFC 7515 makes it, signed with the secret; texts of JSON, so that the order of names is seen. */
export function tokenWithSecret(claims: string): string {
  const signed = `${base64Url('{"alg":"HS256","typ":"JWT"}')}.${base64Url(claims)}`
  return `${signed}.${createHmac('sha256', APP_SECRET).update(signed).digest('base64url')}`
}

/** The same, signed with the key of this id. */
export function tokenWithKey(keyId: string, claims: string): string {
  const signed = `${base64Url(`{"alg":"RS256","kid":"${keyId}","typ":"JWT"}`)}.${base64Url(claims)}`
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url')}`
}

function base64Url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url')
}

function pem(type: 'pkcs1' | 'pkcs8'): string {
  return privateKey.export({ type, format: 'pem' }).toString()
}
