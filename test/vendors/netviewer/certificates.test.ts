import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { Agent } from 'node:https'
import { connect } from 'node:tls'
import '../../reflect-metadata.ts'
import { PemConverter, Pkcs10CertificateRequestGenerator } from '@peculiar/x509'
import { afterEach, describe, expect, test } from 'vitest'
import type { Authority, IssueOptions } from './authority.ts'
import { type Netviewer, type NetviewerOptions, startNetviewer } from './netviewer.ts'
import { problemOf, type Sent, send } from './test-client.ts'

const running: Netviewer[] = []
const holder = { name: 'Mia "Mi" Berger, M.A.', organisation: 'Ärzte + Co' }
const DAY = 86_400_000

async function start(options?: NetviewerOptions): Promise<Netviewer> {
  const netviewer = await startNetviewer(options)
  running.push(netviewer)
  return netviewer
}

afterEach(async () => {
  for (const netviewer of running.splice(0)) await netviewer.close()
})

type Tls = NonNullable<Sent['tls']>

/** What a client shows, by what is wrong with it. */
const WRONG: Readonly<Record<string, (netviewer: Netviewer) => Promise<Tls>>> = {
  'certificate-missing': async () => ({}),
  'certificate-foreign': async (netviewer) => shown(await netviewer.otherAuthority()),
  'certificate-expired': ({ authority }) => shown(authority, { notBefore: new Date(Date.now() - 30 * DAY), days: 29 }),
  'certificate-not-yet-valid': ({ authority }) => shown(authority, { notBefore: new Date(Date.now() + DAY) }),
  'certificate-unsuitable': ({ authority }) => shown(authority, { usage: 'server' }),
}

async function shown(authority: Authority, options?: IssueOptions): Promise<Tls> {
  const { certificate, chain, key } = await authority.issue(holder, options)
  return { cert: `${certificate}\n${chain}`, key }
}

/** Asks for a session that does not exist, so that an answer tells that the certificate was good. */
function ask(netviewer: Netviewer, tls: Tls, agent?: Agent) {
  const trusting = { ...tls, ca: netviewer.certificate?.ca }
  return send(netviewer.origin, { path: '/sessions/1', tls: trusting, ...(agent === undefined ? {} : { agent }) })
}

// An alert where there was no certificate; a bare end of the connection otherwise, which is Node's way.
const ENDED = /alert|socket hang up|ECONNRESET|disconnected before secure TLS connection/i
const GOOD = '404 unknown-session'

describe.each(['TLSv1.2', 'TLSv1.3'] as const)('over %s', (maxVersion) => {
  test('a certificate of the authority is good', async () => {
    const netviewer = await start()
    const tls = await shown(netviewer.authority)
    expect(problemOf(await ask(netviewer, { ...tls, maxVersion }))).toBe(GOOD)
    expect(netviewer.handshakes.all).toMatchObject([{ accepted: true, name: holder.name, protocol: maxVersion }])
  })

  test.each(Object.entries(WRONG))('%s ends the connection', async (problem, show) => {
    const netviewer = await start()
    const tls = await show(netviewer)
    await expect(ask(netviewer, { ...tls, maxVersion })).rejects.toThrow(ENDED)
    expect(await netviewer.handshakes.at(0)).toMatchObject({ accepted: false, problem })
    expect(netviewer.requests.all).toEqual([])
  })

  test('a missing certificate is answered by an alert', async () => {
    const netviewer = await start()
    // Each version has its own alert; in 1.3 the client has finished its handshake by then.
    const alert = maxVersion === 'TLSv1.3' ? /alert certificate required/ : /alert handshake failure/
    await expect(ask(netviewer, { maxVersion })).rejects.toThrow(alert)
  })

  test.each(Object.entries(WRONG))('%s is answered with a problem, if wanted', async (problem, show) => {
    const netviewer = await start({ requireCertificate: 'http' })
    const tls = await show(netviewer)
    const answer = await ask(netviewer, { ...tls, maxVersion })
    expect(problemOf(answer)).toBe(`${problem === 'certificate-missing' ? 401 : 403} ${problem}`)
    expect('www-authenticate' in answer.headers).toBe(answer.status === 401)
    expect(netviewer.handshakes.all).toMatchObject([{ accepted: true, problem }])
    expect(netviewer.requests.all).toMatchObject([{ call: 'GET /sessions/{n}', done: false, status: answer.status }])
  })
})

describe('a revoked certificate', () => {
  test('is refused by an answer, also on a connection that is open already', async () => {
    const netviewer = await start()
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    const { certificate: cert, key, serial } = await netviewer.authority.issue(holder)
    expect(problemOf(await ask(netviewer, { cert, key }, agent))).toBe(GOOD)
    await netviewer.revoke(serial.toLowerCase())
    expect(problemOf(await ask(netviewer, { cert, key }, agent))).toBe('403 certificate-revoked')
    expect(netviewer.handshakes.all).toHaveLength(1)
    expect(problemOf(await ask(netviewer, await shown(netviewer.authority)))).toBe(GOOD)
    agent.destroy()
  })

  test('is refused by an answer on a resumed session, too', async () => {
    const netviewer = await start()
    const { certificate: cert, key, serial } = await netviewer.authority.issue(holder)
    const session = await ticketOf(netviewer, { cert, key })
    await netviewer.revoke(serial)
    expect(problemOf(await ask(netviewer, { cert, key, session }))).toBe('403 certificate-revoked')
  })

  test.each([false, true])('is refused in the handshake by a list (intermediate: %s)', async (intermediate) => {
    const netviewer = await start({ revocation: 'crl', intermediate })
    const { certificate, chain, key, serial } = await netviewer.authority.issue(holder)
    const tls = { cert: `${certificate}\n${chain}`, key }
    const session = await ticketOf(netviewer, tls)
    expect(problemOf(await ask(netviewer, tls))).toBe(GOOD)
    await netviewer.revoke(serial)
    await expect(ask(netviewer, tls)).rejects.toThrow('socket hang up')
    await expect(ask(netviewer, { ...tls, session })).rejects.toThrow('socket hang up')
    expect(await netviewer.handshakes.at(2)).toMatchObject({ accepted: false, problem: 'certificate-revoked' })
    expect(problemOf(await ask(netviewer, await shown(netviewer.authority)))).toBe(GOOD)
  })

  test('is refused by an answer that goes by a list', async () => {
    const netviewer = await start({ revocation: 'crl', requireCertificate: 'http' })
    const { certificate: cert, key, serial } = await netviewer.authority.issue(holder)
    await netviewer.revoke(serial)
    expect(problemOf(await ask(netviewer, { cert, key }))).toBe('403 certificate-revoked')
  })
})

/** A session ticket, which lets the next connection do without a full handshake. */
async function ticketOf(netviewer: Netviewer, tls: Tls): Promise<Buffer> {
  const socket = connect({ ...tls, port: netviewer.port, host: '127.0.0.1', ca: netviewer.certificate?.ca })
  const [ticket] = await once(socket, 'session')
  socket.destroy()
  return ticket
}

test('another authority has the name of the trusted one, and another key', async () => {
  const { authority, otherAuthority } = await start()
  const other = await otherAuthority()
  expect(other.name).toBe(authority.name)
  expect(new X509Certificate(other.certificate).subject).toBe(`CN=${authority.name}`)
  expect(
    new X509Certificate(other.certificate).publicKey.equals(new X509Certificate(authority.certificate).publicKey),
  ).toBe(false)
})

describe('a chain with an authority between', () => {
  test('is good when the client sends it whole', async () => {
    const netviewer = await start({ intermediate: true })
    expect(problemOf(await ask(netviewer, await shown(netviewer.authority)))).toBe(GOOD)
  })

  test('is foreign when the client sends the certificate alone', async () => {
    const netviewer = await start({ intermediate: true, requireCertificate: 'http' })
    const { certificate: cert, key } = await netviewer.authority.issue(holder)
    expect(problemOf(await ask(netviewer, { cert, key }))).toBe('403 certificate-foreign')
  })
})

describe('a request for a certificate', () => {
  const EC = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
  const RSA = {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  } as const

  test.each([
    ['P-256', EC],
    ['RSA', RSA],
  ])('with a key of %s is answered with a certificate that the gateway takes', async (_name, algorithm) => {
    const netviewer = await start()
    const keys: CryptoKeyPair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
    const name = 'CN="Berger, Mia",O=Agency'
    const request = await Pkcs10CertificateRequestGenerator.create({ name, keys, signingAlgorithm: algorithm })
    const { certificate: cert, chain, serial } = await netviewer.authority.issue(request.toString('pem'), { days: 20 })
    const parsed = new X509Certificate(cert)
    expect(parsed.subject).toBe('CN=Berger\\, Mia\nO=Agency')
    expect(parsed.verify(new X509Certificate(chain).publicKey)).toBe(true)
    expect(parsed.serialNumber).toBe(serial)
    expect(Math.round((parsed.validToDate.getTime() - Date.now()) / DAY)).toBe(20)
    // Node's name for the extended key usage; this one is client authentication.
    expect(parsed.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2'])
    const key = PemConverter.encode(await crypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
    expect(problemOf(await ask(netviewer, { cert, key }))).toBe(GOOD)
  })

  test('is refused when it is signed by another key', async () => {
    const netviewer = await start()
    const keys = await crypto.subtle.generateKey(EC, true, ['sign', 'verify'])
    const other = await crypto.subtle.generateKey(EC, true, ['sign', 'verify'])
    const mixed = { publicKey: keys.publicKey, privateKey: other.privateKey }
    const request = await Pkcs10CertificateRequestGenerator.create({
      name: 'CN=Mia',
      keys: mixed,
      signingAlgorithm: EC,
    })
    await expect(netviewer.authority.issue(request.toString('pem'))).rejects.toThrow('request is not signed')
  })
})
