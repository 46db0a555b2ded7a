/** Complete REACH links per second against bare WebCrypto: the same RSA-OAEP and HMAC and nothing else. @module */
import { completeLink } from '@joinery/reach/complete-link'
import { type Measurement, median } from './report.ts'

const ROUNDS = 15
const LINKS_A_ROUND = 100
const OAEP = { name: 'RSA-OAEP', hash: 'SHA-1' } as const
const MAC = { name: 'HMAC', hash: 'SHA-512' } as const

interface Material {
  /** PKCS#8, as the vault holds it. */
  readonly deviceKey: string
  readonly pkcs8: Uint8Array<ArrayBuffer>
  readonly ciphertext: Uint8Array<ArrayBuffer>
}

/** Measures alternately, so that whatever slows the machine slows both. */
export async function benchReach(): Promise<readonly Measurement[]> {
  return [await measured(2048), await measured(4096)]
}

async function measured(bits: number): Promise<Measurement> {
  const material = await materialOf(bits)
  const ratios: number[] = []
  const rates: number[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const floor = await time(() => bare(material))
    const made = await time((index) => link(material, index))
    // The first round warms up.
    if (round === 0) continue
    ratios.push(floor / made)
    rates.push((LINKS_A_ROUND / made) * 1000)
  }
  return {
    name: `bench/reach: links against bare WebCrypto, ${bits} bits`,
    ratio: median(ratios),
    limit: { atLeast: 0.8 },
    detail: `${Math.round(median(rates)).toLocaleString('en')} links a second, median of ${ROUNDS} rounds`,
  }
}

async function materialOf(bits: number): Promise<Material> {
  const publicExponent = Uint8Array.of(1, 0, 1)
  const pair = await crypto.subtle.generateKey({ ...OAEP, modulusLength: bits, publicExponent }, true, [
    'encrypt',
    'decrypt',
  ])
  const pkcs8 = new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey))
  const secret = crypto.getRandomValues(new Uint8Array(32))
  const ciphertext = new Uint8Array(await crypto.subtle.encrypt(OAEP, pair.publicKey, secret))
  const deviceKey = `-----BEGIN PRIVATE KEY-----\n${Buffer.from(pkcs8).toString('base64')}\n-----END PRIVATE KEY-----\n`
  return { deviceKey, pkcs8, ciphertext }
}

/** What cannot be saved: a key is imported for each link, since none stays outside the vault between two clicks. */
async function bare({ pkcs8, ciphertext }: Material): Promise<void> {
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, OAEP, false, ['decrypt'])
  const secret = await crypto.subtle.decrypt(OAEP, key, ciphertext)
  const macKey = await crypto.subtle.importKey('raw', secret, MAC, false, ['sign'])
  await crypto.subtle.sign(MAC, macKey, new Uint8Array(77))
}

async function link({ deviceKey, ciphertext }: Material, index: number): Promise<void> {
  const nonce = index.toString(16).padStart(32, '0')
  await completeLink({
    deviceKey,
    encryptedDeviceSecret: Buffer.from(ciphertext).toString('base64url'),
    tenantNonce: nonce,
    targetNonce: nonce,
    tenantId: 't0001',
    remotecontrolId: 'r124124124',
    template: 'teamviewerapi://control?d=124124124&s=YOURMASTERSECRET',
    isPadded: false,
  })
}

async function time(work: (index: number) => Promise<void>): Promise<number> {
  const start = performance.now()
  for (let index = 0; index < LINKS_A_ROUND; index += 1) await work(index)
  return performance.now() - start
}
