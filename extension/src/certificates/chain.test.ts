/** Of authorities with one name, the one that signed is the issuer; the name alone does where that cannot be checked. */
import { afterAll, expect, test } from 'vitest'
import { openWorkshop } from './openssl-fixture.ts'
import { readCertificates } from './read-file.ts'
import { makeRequest } from './request.ts'

const shop = openWorkshop()
afterAll(() => shop.remove())
const { request } = await makeRequest({ name: 'Joe Smith', organisation: 'Northwind' }, 'p-256')
shop.put('request.pem', request)

const RSA = ['rsa:2048']
const P_256 = ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256']
// What WebCrypto, or the library, has not.
const SECP256K1 = ['ec', '-pkeyopt', 'ec_paramgen_curve:secp256k1']
const ED25519 = ['ed25519']
let count = 0

/** An authority of always the same name, and a certificate that it issued. */
function makePair([algorithm = '', ...options]: readonly string[]) {
  const stem = `root${++count}`
  const [key, root, leaf] = [`${stem}.key`, `${stem}.crt`, `${stem}.leaf`]
  const made = ['-newkey', algorithm, ...options, '-nodes', '-keyout', key, '-out', root, '-days', '10']
  shop.run('openssl', 'req', '-x509', ...made, '-subj', '/O=Northwind/CN=Root Authority')
  shop.run('openssl', 'x509', '-req', '-in', 'request.pem', '-CA', root, '-CAkey', key, '-days', '5', '-out', leaf)
  const text = (name: string) => new TextDecoder().decode(shop.read(name))
  return { root: text(root), leaf: text(leaf) }
}

/** The certificate that stands above the first of these, if any does. */
async function issuerIn(leaf: string, ...authorities: readonly string[]): Promise<string | undefined> {
  const { certificates, chain } = await readCertificates(new TextEncoder().encode([leaf, ...authorities].join('')))
  const [first] = certificates
  const [, issuer] = first === undefined ? [] : await chain(first)
  return issuer?.pem
}

test.each([
  ['RSA', RSA, RSA],
  ['P-256', P_256, P_256],
  ['RSA, and P-256 before', RSA, P_256],
  ['P-256, and RSA before', P_256, RSA],
])('of two that are called the same, the one that signed is the issuer: %s', async (_name, own, before) => {
  const { root, leaf } = makePair(own)
  const other = makePair(before).root
  expect(await issuerIn(leaf, other, root)).toBe(root)
  expect(await issuerIn(leaf, root, other)).toBe(root)
  // The one that did not sign is no issuer, though there is no other.
  expect(await issuerIn(leaf, other)).toBeUndefined()
})

test.each([
  ['a signature', ED25519],
  ['a curve', SECP256K1],
])('where %s cannot be checked, the name has to do', async (_name, key) => {
  const { root, leaf } = makePair(key)
  expect(await issuerIn(leaf, root)).toBe(root)
})
