/** Jitsi Meet servers as their administrators set them up. @module */
import { createPublicKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

/** How a server's Prosody is configured; names as in mod_auth_token and token/util.lib.lua where there are such. */
export interface Deployment {
  /** The name that browsers know it by. */
  readonly host: string
  /** Its XMPP domain. */
  readonly domain: string
  readonly authentication: 'none' | 'token'
  readonly algorithm: 'HS256' | 'RS256'
  readonly appSecret: string
  /** `asap_key_server`: public keys by `kid`. */
  readonly keys: ReadonlyMap<string, KeyObject>
  readonly acceptedIssuers: readonly string[]
  readonly acceptedAudiences: readonly string[]
  readonly allowEmptyToken: boolean
  /** Whether the page checks tokens as JaaS's does. */
  readonly isJaas: boolean
}

/** What an organisation types into its account at such a server. */
export interface Setup {
  readonly deployment: Deployment
  readonly settings: Readonly<Record<string, string | number>>
}

const CLOSED = {
  authentication: 'token',
  algorithm: 'HS256',
  appSecret: '',
  keys: new Map<string, KeyObject>(),
  acceptedAudiences: ['*'],
  allowEmptyToken: false,
  isJaas: false,
} as const satisfies Partial<Deployment>

/** A server that asks for no token. */
export function openServer(host: string): Setup {
  const deployment = { ...CLOSED, host, domain: host, authentication: 'none', acceptedIssuers: [] } as const
  return { deployment, settings: { server: `https://${host}` } }
}

/** A server with an app id and a secret made now, as the package jitsi-meet-tokens asks for. */
export function secretServer(host: string, appId: string, more: Partial<Deployment> = {}): Setup {
  const appSecret = randomBytes(24).toString('base64url')
  return {
    deployment: { ...CLOSED, host, domain: host, appSecret, acceptedIssuers: [appId], ...more },
    settings: { server: `https://${host}`, authentication: 'token', appId, appSecret },
  }
}

/** A server that fetches public keys by `kid`, with a pair made now. */
export function keyServer(host: string, appId: string, keyId: string, more: Partial<Deployment> = {}): Setup {
  const { privateKey, publicKey } = makePair()
  const keys = new Map([[keyId, publicKey]])
  return {
    deployment: { ...CLOSED, host, domain: host, algorithm: 'RS256', keys, acceptedIssuers: [appId], ...more },
    settings: {
      server: `https://${host}`,
      authentication: 'token',
      algorithm: 'RS256',
      appId,
      keyId,
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  }
}

/** 8x8's own server, with a tenant whose key was made now. */
export function jaasServer(appId: string): Setup {
  const { deployment, settings } = keyServer('8x8.vc', 'chat', `${appId}/4f4910`, {
    acceptedAudiences: ['jitsi'],
    isJaas: true,
  })
  return { deployment, settings: { ...settings, server: `https://8x8.vc/${appId}` } }
}

function makePair(): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}
