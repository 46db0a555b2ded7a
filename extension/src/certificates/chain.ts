/** Which certificates belong to which key, and in which order they stand. @module */
import { toBase64 } from '@joinery/reach/base64'
import type { Certificate } from 'pkijs'
import { engine } from './engine.ts'
import type { CertificateFacts } from './facts.ts'

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

// Of several authorities of one name, as after a renewal, the signature tells.
async function issuerOf(one: Parsed, pool: readonly Parsed[]): Promise<Parsed | undefined> {
  const candidates = pool.filter((other) => mayIssue(other, one))
  for (const candidate of candidates) if (await hasSigned(candidate, one)) return candidate
  return candidates[0]
}

function mayIssue(authority: Parsed, { certificate }: Parsed): boolean {
  return certificate.issuer.isEqual(authority.certificate.subject)
}

async function hasSigned(authority: Parsed, { certificate }: Parsed): Promise<boolean> {
  try {
    return await certificate.verify(authority.certificate, engine)
  } catch {
    // An algorithm that WebCrypto has not: the name alone has to do.
    return false
  }
}

function withoutDoubles(given: readonly Parsed[]): readonly Parsed[] {
  return given.filter(
    (one, index) => given.findIndex(({ facts }) => facts.fingerprint === one.facts.fingerprint) === index,
  )
}

function without(pool: readonly Parsed[], taken: readonly Parsed[]): readonly Parsed[] {
  return pool.filter((one) => !taken.some(({ facts }) => facts.fingerprint === one.facts.fingerprint))
}
