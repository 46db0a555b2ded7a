/** The master secret that completes a link, and what clients get wrong about it (vendors.md 2.4). @module */
import { createHmac } from 'node:crypto'

/** What both sides know about a session. */
export interface Agreed {
  readonly secret: Buffer
  readonly tenantNonce: string
  readonly targetNonce: string
  readonly tenantId: string
  readonly remotecontrolId: string
}

/** HMAC-SHA-512 over nonces and numbers, as bytes. */
export function masterSecret(agreed: Agreed): Buffer {
  return sign(agreed.secret, plainText(agreed))
}

/** What is wrong with a master secret; undefined where nothing is. */
export function mistake(agreed: Agreed, received: string, padded: boolean): string | undefined {
  const right = masterSecret(agreed)
  const expected = `${right.toString('base64url')}${padded ? '==' : ''}`
  if (received === expected) return undefined
  const { secret, tenantNonce, targetNonce, tenantId, remotecontrolId } = agreed
  const text = plainText(agreed)
  const numbers = tenantId.slice(1) + remotecontrolId.slice(1)
  const known: readonly (readonly [string, Buffer])[] = [
    [
      'is signed with ids that kept their letters',
      sign(secret, tenantNonce + targetNonce + tenantId + remotecontrolId),
    ],
    ['is signed with the nonces in the wrong order', sign(secret, targetNonce + tenantNonce + numbers)],
    [
      'is signed with the nonces as bytes',
      sign(secret, Buffer.concat([hex(tenantNonce + targetNonce), Buffer.from(numbers)])),
    ],
    ['is signed with the secret as text', sign(secret.toString('base64url'), text)],
    ['is made with SHA-256', createHmac('sha256', secret).update(text).digest()],
    ['is made with SHA-1', createHmac('sha1', secret).update(text).digest()],
  ]
  const same = known.find(([, bytes]) => bytes.equals(Buffer.from(received, 'base64url')))
  if (same !== undefined) return `master secret ${same[0]}`
  if (received === right.toString('hex')) return 'master secret is hexadecimal'
  if (right.equals(Buffer.from(received, 'base64')))
    return 'master secret is right but not written as base64url should be'
  return 'master secret is wrong'
}

function plainText({ tenantNonce, targetNonce, tenantId, remotecontrolId }: Agreed): string {
  return tenantNonce + targetNonce + tenantId.slice(1) + remotecontrolId.slice(1)
}

function sign(key: Buffer | string, text: Buffer | string): Buffer {
  return createHmac('sha512', key).update(text).digest()
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex')
}
