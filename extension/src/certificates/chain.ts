/** Which certificates belong to which key, and in which order they stand. @module */
import { toBase64 } from '@joinery/reach/base64'
import type { Certificate } from 'pkijs'
import { engine } from './engine.ts'
import type { CertificateFacts } from './facts.ts'

/** RSA (RFC 8017) and elliptic curves (RFC 5480): what the identifiers of their keys and of their signatures begin with. */
const FAMILIES = ['1.2.840.113549.1.1.', '1.2.840.10045.']

/** A certificate as it was parsed, and what it says. */
export interface Parsed {
  readonly certificate: Certificate
  readonly facts: CertificateFacts
}

/** Whether a certificate names this public key (SubjectPublicKeyInfo, DER). */
export function belongsTo({ publicKey }: Pick<CertificateFacts, 'publicKey'>, key: Uint8Array): boolean {
  return publicKey === toBase64(key)
}

/** Puts certificates in order: the one that issued none of the others, its issuer, and so on; then what is left. */
export async function inOrder(given: readonly Parsed[]): Promise<readonly Parsed[]> {
  const pool = withoutDoubles(given)
  const first = pool.find((one) => !pool.some((other) => other !== one && mayIssue(one, other))) ?? pool[0]
  if (first === undefined) return []
  const chain = await chainOf(first, pool)
  return [...chain, ...without(pool, chain)]
}

/** A certificate, its issuer among others, the issuer's issuer, and so on as far as it goes. */
export async function chainOf(first: Parsed, others: readonly Parsed[]): Promise<readonly Parsed[]> {
  const chain = [first]
  for (;;) {
    const last = chain.at(-1) ?? first
    const issuer = await issuerOf(last, without(withoutDoubles(others), chain))
    if (issuer === undefined) return chain
    chain.push(issuer)
  }
}

// Of several authorities of one name, as after a renewal, the signature tells; where it cannot be checked, the name has to do.
async function issuerOf(one: Parsed, pool: readonly Parsed[]): Promise<Parsed | undefined> {
  let unchecked: Parsed | undefined
  for (const candidate of pool.filter((other) => mayIssue(other, one))) {
    const isSigned = await hasSigned(candidate, one)
    if (isSigned === true) return candidate
    if (isSigned === undefined) unchecked ??= candidate
  }
  return unchecked
}

function mayIssue(authority: Parsed, { certificate }: Parsed): boolean {
  return certificate.issuer.isEqual(authority.certificate.subject)
}

/** `undefined` where the signature cannot be checked, being of an algorithm or a curve that WebCrypto has not. */
async function hasSigned(authority: Parsed, { certificate }: Parsed): Promise<boolean | undefined> {
  try {
    return await certificate.verify(authority.certificate, engine)
  } catch {
    return couldHaveSigned(authority.certificate, certificate) ? undefined : false
  }
}

/** No key of one kind makes signatures of another; of kinds that are not known here, nobody can tell. */
function couldHaveSigned({ subjectPublicKeyInfo }: Certificate, { signatureAlgorithm }: Certificate): boolean {
  const family = FAMILIES.find((prefix) => signatureAlgorithm.algorithmId.startsWith(prefix))
  return family === undefined || subjectPublicKeyInfo.algorithm.algorithmId.startsWith(family)
}

function withoutDoubles(given: readonly Parsed[]): readonly Parsed[] {
  return given.filter(
    (one, index) => given.findIndex(({ facts }) => facts.fingerprint === one.facts.fingerprint) === index,
  )
}

function without(pool: readonly Parsed[], taken: readonly Parsed[]): readonly Parsed[] {
  return pool.filter((one) => !taken.some(({ facts }) => facts.fingerprint === one.facts.fingerprint))
}
