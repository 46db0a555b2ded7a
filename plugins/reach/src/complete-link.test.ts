/** Links are completed exactly as TeamViewer's client computes them. @module */
import { constants, createPrivateKey, type KeyObject, publicEncrypt } from 'node:crypto'
import { hmac } from '@joinery/sdk/hash'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pkcs8Of, rsaKeys } from '../test/keys.ts'
import { fromHex, wycheproof } from '../test/wycheproof.ts'
import { completeLink, type LinkParts, masterSecret } from './complete-link.ts'
import { decrypt, importKey, pemOf } from './device-key.ts'

// vendors.md 2.4; reproduced with Bouncy Castle's and .NET's defaults.
const golden = {
  tenantNonce: '243dd78d07324ab7befa41390d08d35f',
  targetNonce: '0123456789abcdef0123456789abcdef',
  tenantId: 't0001',
  remotecontrolId: 'r124124124',
  isPadded: false,
} as const
const SECRET = Uint8Array.from({ length: 32 }, (_, index) => index)
const MASTER_SECRET = 'G996vNeL501lvBj6oYZpyxmuf4CsrD_rwhjBTpCKqiAl1SeJ1k3-GIDRirijZWkfg3V5YxbKi2BH-eHxuCwynA'
const TEMPLATE = 'teamviewerapi://control?s=YOURMASTERSECRET&x=$&'
const LINK = `teamviewerapi://control?s=${MASTER_SECRET}&x=$&`

function sealed(publicKey: KeyObject, secret: Uint8Array = SECRET): Buffer {
  return publicEncrypt({ key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }, secret)
}

const { privateKey, publicKey } = rsaKeys()
const deviceKey = pemOf(pkcs8Of(privateKey))
const parts: LinkParts = {
  ...golden,
  deviceKey,
  encryptedDeviceSecret: sealed(publicKey).toString('base64url'),
  template: TEMPLATE,
}
const completed = (changes: Partial<LinkParts>) => completeLink({ ...parts, ...changes })

describe('the golden vector', () => {
  test('gives its master secret', () => {
    expect(masterSecret(SECRET, golden)).toBe(MASTER_SECRET)
    expect(masterSecret(SECRET, { ...golden, isPadded: true })).toBe(`${MASTER_SECRET}==`)
  })

  test('gives the whole link, its other signs untouched', async () => {
    expect(await completed({})).toBe(LINK)
  })

  test.each([1024, 3072, 4096])(
    'with a key of %i bits',
    async (bits) => {
      const keys = rsaKeys(bits)
      const encryptedDeviceSecret = sealed(keys.publicKey).toString('base64')
      expect(await completed({ deviceKey: pemOf(pkcs8Of(keys.privateKey)), encryptedDeviceSecret })).toBe(LINK)
    },
    30_000,
  )

  test('ids are cut of their letters alone, and not told apart by anything else', () => {
    const one = masterSecret(SECRET, { ...golden, tenantId: 't0001', remotecontrolId: 'r124124124' })
    const other = masterSecret(SECRET, { ...golden, tenantId: 't00011', remotecontrolId: 'r24124124' })
    expect(one).toBe(other)
  })
})

describe('the encrypted secret is read', () => {
  const bytes = sealed(publicKey)
  test.each([
    ['base64', bytes.toString('base64')],
    ['base64 without padding', bytes.toString('base64').replace(/=+$/, '')],
    ['base64url', bytes.toString('base64url')],
    ['base64url with padding', bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_')],
  ])('as %s', async (_name, encryptedDeviceSecret) => {
    expect(await completed({ encryptedDeviceSecret })).toBe(LINK)
  })

  test('where its leading zeros were left out', async () => {
    let bytes = sealed(publicKey)
    while (bytes[0] !== 0) bytes = sealed(publicKey)
    expect(await completed({ encryptedDeviceSecret: bytes.subarray(1).toString('base64') })).toBe(LINK)
  })

  test.each<[string, string]>([
    ['nothing', ''],
    ['no base64', 'a secret!'],
    ['zeros', Buffer.alloc(256).toString('base64')],
    ['one byte too many', Buffer.concat([Buffer.alloc(1), bytes]).toString('base64')],
    ['another key’s', sealed(rsaKeys().publicKey).toString('base64')],
    ['an empty one', sealed(publicKey, new Uint8Array()).toString('base64')],
  ])('not where it is %s', async (_name, encryptedDeviceSecret) => {
    await expect(completed({ encryptedDeviceSecret })).rejects.toMatchObject({ code: 'bad-answer' })
  })
})

test.each([
  ['a key that is none', 'hello'],
  ['nothing', ''],
  ['a key in another format', String(privateKey.export({ type: 'pkcs1', format: 'pem' }))],
])('%s is refused at its field', async (_name, wrong) => {
  await expect(completed({ deviceKey: wrong })).rejects.toMatchObject({ code: 'invalid', field: 'deviceKey' })
})

test('any template and any answer gives a link with the master secret in its place, or our error', async () => {
  const property = fc.asyncProperty(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme-ascii', maxLength: 40 }),
    fc.constantFrom('teamviewerapi:', 'teamviewerapi://x?a=', ''),
    fc.oneof(fc.constant(parts.encryptedDeviceSecret), fc.base64String()),
    async (before, after, scheme, encryptedDeviceSecret) => {
      const template = `${scheme}${before}YOURMASTERSECRET${after}`
      const link = await completed({ template, encryptedDeviceSecret }).catch((error) => error)
      if (typeof link === 'string') expect(link).toBe(`${scheme}${before}${MASTER_SECRET}${after}`)
      else expect([link.name, link.code]).toEqual(['PluginError', expect.stringMatching(/^(bad-answer|unsafe)$/)])
    },
  )
  await fc.assert(property, { numRuns: 300 })
}, 30_000)

interface OaepGroup {
  readonly privateKeyPkcs8: string
}
interface OaepCase {
  readonly msg: string
  readonly ct: string
  readonly label: string
}

describe('published vectors: RSA-OAEP with SHA-1 and MGF1-SHA-1', () => {
  const vectors = wycheproof<OaepGroup, OaepCase>('rsa_oaep_2048_sha1_mgf1sha1_test.json')
  test.skipIf(vectors === undefined)('every valid one is opened, every invalid one is not', async () => {
    for (const group of vectors?.testGroups ?? []) {
      const key = await importKey(pemOf(fromHex(group.privateKeyPkcs8)))
      expect(createPrivateKey(pemOf(fromHex(group.privateKeyPkcs8))).asymmetricKeyType).toBe('rsa')
      expect(group.tests.length).toBeGreaterThan(30)
      for (const { tcId, msg, ct, label, result } of group.tests) {
        const opened = await decrypt(key, fromHex(ct))
        // A device's secret has no label, so a ciphertext with one is another thing and must not open.
        const expected = result !== 'invalid' && label === '' ? msg : undefined
        expect([tcId, opened && Buffer.from(opened).toString('hex')]).toEqual([tcId, expected])
      }
    }
  })
})

interface HmacGroup {
  readonly tagSize: number
}
interface HmacCase {
  readonly key: string
  readonly msg: string
  readonly tag: string
}

describe('published vectors: HMAC-SHA-512', () => {
  const vectors = wycheproof<HmacGroup, HmacCase>('hmac_sha512_test.json')
  test.skipIf(vectors === undefined)('every valid tag comes out, no invalid one', () => {
    for (const { tagSize, tests } of vectors?.testGroups ?? []) {
      for (const { tcId, key, msg, tag, result } of tests) {
        const made = Buffer.from(hmac('sha512', fromHex(key), fromHex(msg))).toString('hex')
        expect([tcId, made.slice(0, tagSize / 4) === tag]).toEqual([tcId, result === 'valid'])
      }
    }
  })
})
