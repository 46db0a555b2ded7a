/** An authority that issues client certificates: made at start, kept in memory. @module */
import { randomUUID } from 'node:crypto'
import '../../reflect-metadata.ts'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Name,
  PemConverter,
  Pkcs10CertificateRequest,
  type PublicKey,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
  X509CertificateGenerator,
  X509CrlGenerator,
} from '@peculiar/x509'

/** Whom a certificate names. */
export interface Holder {
  readonly name: string
  readonly organisation: string
}

/** How a certificate is issued. */
export interface IssueOptions {
  /** How long it is valid; 365 when left out. */
  readonly days?: number
  /** From when on it is valid; an hour ago when left out. */
  readonly notBefore?: Date
  /** What it is good for; a gateway wants `client`, the default. */
  readonly usage?: 'client' | 'server'
}

/** An issued certificate. */
export interface Issued {
  /** PEM. */
  readonly certificate: string
  /** The authorities above it, as PEM, the nearest first. */
  readonly chain: string
  /** Upper-case hex. */
  readonly serial: string
}

/** A certificate with the key that was made for it. */
export interface IssuedWithKey extends Issued {
  /** PKCS#8 as PEM. */
  readonly key: string
}

/** An authority. */
export interface Authority {
  /** Its common name, by which browsers choose among certificates. */
  readonly name: string
  /** Its own certificate, as PEM. */
  readonly certificate: string
  /** Its own certificate and those above it, as PEM. */
  readonly chain: string
  /** Certifies the key of a PKCS#10 request (PEM). Throws if the request is not signed by that key. */
  issue(request: string, options?: IssueOptions): Promise<Issued>
  /** Makes a key, and certifies it. */
  issue(holder: Holder, options?: IssueOptions): Promise<IssuedWithKey>
  /** The list of revoked certificates, as PEM. */
  revocationList(serials: Iterable<string>): Promise<string>
  /** An authority that this one vouches for. */
  subordinate(name: string): Promise<Authority>
}

const HOUR_MILLISECONDS = 3_600_000
const DAY_MILLISECONDS = 24 * HOUR_MILLISECONDS
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** Makes an authority that vouches for itself. */
export async function makeAuthority(name: string): Promise<Authority> {
  const keys = await makeKeys()
  const own = await X509CertificateGenerator.createSelfSigned({
    ...validity({ days: 3650 }),
    name: nameOf({ CN: name }),
    serialNumber: makeSerial(),
    keys,
    signingAlgorithm: ALGORITHM,
    extensions: await authorityExtensions(keys),
  })
  return authorityOf(own, keys, '')
}

function authorityOf(own: X509Certificate, keys: CryptoKeyPair, above: string): Authority {
  const certificate = own.toString('pem')
  const chain = joined(certificate, above)

  async function certify(subject: Name, publicKey: PublicKey | CryptoKey, options: IssueOptions): Promise<Issued> {
    const purpose = options.usage === 'server' ? ExtendedKeyUsage.serverAuth : ExtendedKeyUsage.clientAuth
    const issued = await X509CertificateGenerator.create({
      ...validity(options),
      subject: subject,
      issuer: own.subjectName,
      serialNumber: makeSerial(),
      publicKey,
      signingKey: keys.privateKey,
      signingAlgorithm: ALGORITHM,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension([purpose]),
        await AuthorityKeyIdentifierExtension.create(keys.publicKey),
      ],
    })
    return { certificate: issued.toString('pem'), chain, serial: issued.serialNumber.toUpperCase() }
  }

  async function issue(request: string, options?: IssueOptions): Promise<Issued>
  async function issue(holder: Holder, options?: IssueOptions): Promise<IssuedWithKey>
  async function issue(asked: string | Holder, options: IssueOptions = {}): Promise<Issued | IssuedWithKey> {
    if (typeof asked === 'string') {
      const request = new Pkcs10CertificateRequest(asked)
      if (!(await request.verify())) throw new Error('request is not signed by the key that it names.')
      return await certify(request.subjectName, request.publicKey, options)
    }
    const made = await makeKeys()
    const subject = nameOf({ CN: asked.name, O: asked.organisation })
    const key = PemConverter.encode(await crypto.subtle.exportKey('pkcs8', made.privateKey), 'PRIVATE KEY')
    return { ...(await certify(subject, made.publicKey, options)), key }
  }

  return {
    name: own.subjectName.getField('CN')[0] ?? '',
    certificate,
    chain,
    issue,
    revocationList: async (serials) => {
      const list = await X509CrlGenerator.create({
        issuer: own.subjectName,
        thisUpdate: new Date(Date.now() - HOUR_MILLISECONDS),
        nextUpdate: new Date(Date.now() + DAY_MILLISECONDS),
        entries: [...serials].map((serialNumber) => ({ serialNumber })),
        signingKey: keys.privateKey,
        signingAlgorithm: ALGORITHM,
      })
      // The library's own label is one that OpenSSL does not read.
      return PemConverter.encode(list.rawData, 'X509 CRL')
    },
    subordinate: async (name) => {
      const lower = await makeKeys()
      const vouched = await X509CertificateGenerator.create({
        ...validity({ days: 1825 }),
        subject: nameOf({ CN: name }),
        issuer: own.subjectName,
        serialNumber: makeSerial(),
        publicKey: lower.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: ALGORITHM,
        extensions: [
          ...(await authorityExtensions(lower)),
          await AuthorityKeyIdentifierExtension.create(keys.publicKey),
        ],
      })
      return authorityOf(vouched, lower, chain)
    },
  }
}

async function authorityExtensions(keys: CryptoKeyPair) {
  return [
    new BasicConstraintsExtension(true, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
    await SubjectKeyIdentifierExtension.create(keys.publicKey),
  ]
}

function validity({ days = 365, notBefore = new Date(Date.now() - HOUR_MILLISECONDS) }: IssueOptions) {
  return { notBefore, notAfter: new Date(notBefore.getTime() + days * DAY_MILLISECONDS) }
}

/** Values as objects: the library would read quotes in a bare text as syntax. */
function nameOf(parts: Readonly<Record<string, string>>): Name {
  return new Name(Object.entries(parts).map(([type, utf8String]) => ({ [type]: [{ utf8String }] })))
}

async function makeKeys(): Promise<CryptoKeyPair> {
  return await crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify'])
}

/** Random, so that no browser meets two certificates of one serial number; the first digit keeps it positive. */
function makeSerial(): string {
  return `1${randomUUID().replaceAll('-', '').slice(1)}`
}

function joined(...parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => part.trimEnd())
    .join('\n')
}
