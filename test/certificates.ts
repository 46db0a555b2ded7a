/** Certificates for the simulators: made at start, kept in memory, trusted by one browser profile. @module */

import { createHash, randomUUID } from 'node:crypto'
import './reflect-metadata.ts'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'

/** What a TLS server and the browser that shall trust it need; all but the hash is PEM. */
export interface Certificate {
  readonly key: string
  readonly cert: string
  /** The authority that signed `cert`, for clients which check the chain. */
  readonly ca: string
  /** Base64 of the SHA-256 of the server's public key, as Chromium wants it. */
  readonly spkiHash: string
}

const DAY_MILLISECONDS = 86_400_000
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** Makes an authority, and by it a certificate for the named hosts and for 127.0.0.1. */
export async function makeCertificate(hostNames: readonly string[]): Promise<Certificate> {
  const validity = {
    notBefore: new Date(Date.now() - DAY_MILLISECONDS),
    notAfter: new Date(Date.now() + 7 * DAY_MILLISECONDS),
  }
  const authorityKeys = await makeKeys()
  const authority = await X509CertificateGenerator.createSelfSigned({
    ...validity,
    name: `CN=Simulated authority ${randomUUID()}`,
    serialNumber: makeSerialNumber(),
    keys: authorityKeys,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    ],
  })
  const serverKeys = await makeKeys()
  const server = await X509CertificateGenerator.create({
    ...validity,
    subject: `CN=${hostNames[0] ?? '127.0.0.1'}`,
    issuer: authority.subject,
    serialNumber: makeSerialNumber(),
    publicKey: serverKeys.publicKey,
    signingKey: authorityKeys.privateKey,
    signingAlgorithm: ALGORITHM,
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([
        ...hostNames.map((value) => ({ type: 'dns', value }) as const),
        { type: 'ip', value: '127.0.0.1' },
      ]),
    ],
  })
  const privateKey = await crypto.subtle.exportKey('pkcs8', serverKeys.privateKey)
  return {
    key: PemConverter.encode(privateKey, 'PRIVATE KEY'),
    cert: server.toString('pem'),
    ca: authority.toString('pem'),
    spkiHash: hashPublicKey(server),
  }
}

async function makeKeys(): Promise<CryptoKeyPair> {
  return await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
}

/** Random, so that no browser meets two certificates of one serial number; the first digit keeps it positive. */
function makeSerialNumber(): string {
  return `1${randomUUID().replaceAll('-', '').slice(1)}`
}

function hashPublicKey(certificate: X509Certificate): string {
  return createHash('sha256').update(new Uint8Array(certificate.publicKey.rawData)).digest('base64')
}
