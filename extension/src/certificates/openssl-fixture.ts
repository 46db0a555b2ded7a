/** OpenSSL and NSS for tests: what they make of our files, and an authority that issues certificates from our requests. @module */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A folder for one test file, where keys that are made at test time may lie. */
export interface Workshop {
  /** Writes a file and returns its path. */
  put(name: string, content: string | Uint8Array): string
  read(name: string): Uint8Array<ArrayBuffer>
  /** Runs a command in the folder and returns what it printed; it throws where the command fails. */
  run(command: string, ...options: readonly string[]): string
  remove(): void
}

/** Makes the folder. */
export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-certificates-'))
  return {
    put(name, content) {
      writeFileSync(join(folder, name), content)
      return join(folder, name)
    },
    read: (name) => new Uint8Array(readFileSync(join(folder, name))),
    run(command, ...options) {
      const { status, stdout, stderr } = spawnSync(command, options, { cwd: folder, encoding: 'utf8', input: '' })
      if (status !== 0) throw new Error(`${command} ${options.join(' ')} failed: ${stderr}${stdout}`)
      // OpenSSL says of some things that they went well on the error output.
      return `${stdout}${stderr}`
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** What a certificate is to say beyond the request. */
export interface Issuing {
  /** Days from today until it begins, and until it ends; negative ones lie in the past. */
  readonly from?: number
  readonly until?: number
  /** Lines of extensions, as OpenSSL writes them. */
  readonly extensions?: readonly string[]
}

/** An authority of OpenSSL's. */
export interface Authority {
  /** Its own certificate, as PEM. */
  readonly certificate: string
  /** Issues a certificate for a request, both as PEM. */
  issue(request: string, issuing?: Issuing): string
  /** Makes an authority below this one. */
  makeBelow(name: string): Authority
}

/** The extensions of an ordinary client certificate. */
export const CLIENT = [
  'basicConstraints=critical,CA:FALSE',
  'keyUsage=critical,digitalSignature',
  'extendedKeyUsage=clientAuth',
]
const AUTHORITY = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign']
const DAY = 24 * 60 * 60 * 1000

/** Makes an authority that nobody is above. */
export function makeAuthority(shop: Workshop, name: string): Authority {
  const stem = stemOf(name)
  const subject = `/O=Northwind/CN=${name}`
  shop.run(
    'openssl',
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    `${stem}.key`,
    '-out',
    `${stem}.crt`,
    '-days',
    '3650',
    '-subj',
    subject,
    ...AUTHORITY.flatMap((line) => ['-addext', line]),
  )
  return authorityOf(shop, stem)
}

/** Makes a key and a request as another program would. */
export function makeForeignRequest(shop: Workshop, name: string, key: readonly string[] = ['rsa:2048']): string {
  const stem = stemOf(name)
  const [algorithm = '', ...options] = key
  shop.run(
    'openssl',
    'req',
    '-new',
    '-newkey',
    algorithm,
    ...options,
    '-nodes',
    '-keyout',
    `${stem}.key`,
    '-out',
    `${stem}.csr`,
    '-subj',
    `/O=Northwind/CN=${name}`,
  )
  return new TextDecoder().decode(shop.read(`${stem}.csr`))
}

function authorityOf(shop: Workshop, stem: string): Authority {
  const configuration = prepare(shop, stem)
  const certificate = new TextDecoder().decode(shop.read(`${stem}.crt`))
  function issue(request: string, { from = -1, until = 365, extensions = CLIENT }: Issuing = {}): string {
    shop.put('request.pem', request)
    shop.put('extensions', ['[extensions]', ...extensions].join('\n'))
    shop.run(
      'openssl',
      'ca',
      '-batch',
      '-notext',
      '-config',
      configuration,
      '-in',
      'request.pem',
      '-out',
      'issued.pem',
      '-startdate',
      asn1Date(from),
      '-enddate',
      asn1Date(until),
      '-extfile',
      'extensions',
      '-extensions',
      'extensions',
    )
    return new TextDecoder().decode(shop.read('issued.pem'))
  }
  return {
    certificate,
    issue,
    makeBelow(name) {
      const below = stemOf(name)
      shop.put(`${below}.crt`, issue(makeForeignRequest(shop, name), { until: 1000, extensions: AUTHORITY }))
      return authorityOf(shop, below)
    },
  }
}

function prepare(shop: Workshop, stem: string): string {
  mkdirSync(shop.put(`${stem}.index`, '').replace(/index$/, 'issued'))
  return shop.put(
    `${stem}.conf`,
    `[ca]
default_ca = own
[own]
database = ${stem}.index
new_certs_dir = ${stem}.issued
certificate = ${stem}.crt
private_key = ${stem}.key
rand_serial = yes
unique_subject = no
default_md = sha256
policy = any
[any]
organizationName = optional
commonName = optional
emailAddress = optional
`,
  )
}

function stemOf(name: string): string {
  return name.toLowerCase().replace(/\W+/g, '-')
}

function asn1Date(days: number): string {
  return `${new Date(Date.now() + days * DAY).toISOString().replace(/\D/g, '').slice(0, 14)}Z`
}
