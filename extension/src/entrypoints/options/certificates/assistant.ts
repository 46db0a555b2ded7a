/** The certificate assistant's tools, loaded when they are first needed, and by this page alone. @module */
import type { CertificateFacts } from '../../../certificates/facts.ts'
import type { KeyKind } from '../../../certificates/key-pair.ts'
import type { ToWrap } from '../../../certificates/pkcs12-write.ts'
import type { ReadCertificates } from '../../../certificates/read-file.ts'
import type { Applicant, MadeRequest } from '../../../certificates/request.ts'
import type { CertificateView } from '../../../desk/views.ts'

// pkijs: kept by Peculiar Ventures since 2014, last release October 2026, 0.9 MB unpacked; asn1js is its own parser.

/**
 * Makes a key pair and a request for it.
 *
 * @throws CertificateError `invalid` with the field at fault.
 */
export async function makeRequest(applicant: Applicant, kind: KeyKind): Promise<MadeRequest> {
  const tools = await import('../../../certificates/request.ts')
  return await tools.makeRequest(applicant, kind)
}

/**
 * Reads the certificates in a file.
 *
 * @throws CertificateError that says what is wrong.
 */
export async function readFile(bytes: Uint8Array<ArrayBuffer>, password?: string): Promise<ReadCertificates> {
  const tools = await import('../../../certificates/read-file.ts')
  return await tools.readCertificates(bytes, password)
}

/**
 * Wraps a key and its certificates into a PKCS#12 file.
 *
 * @throws CertificateError `other-key`.
 */
export async function wrap(content: ToWrap): Promise<Uint8Array<ArrayBuffer>> {
  const tools = await import('../../../certificates/pkcs12-write.ts')
  return await tools.wrap(content)
}

/** A certificate, and the request that it was issued for. */
export interface Match {
  readonly facts: CertificateFacts
  readonly request: CertificateView
}

/** The first of these certificates that was issued for one of our requests. */
export async function matchIn(
  certificates: readonly CertificateFacts[],
  known: readonly CertificateView[],
): Promise<Match | undefined> {
  const [{ belongsTo }, { publicKeyOfRequest }] = await Promise.all([
    import('../../../certificates/chain.ts'),
    import('../../../certificates/request.ts'),
  ])
  for (const request of known) {
    if (request.request === undefined) continue
    const key = publicKeyOfRequest(request.request)
    const facts = certificates.find((one) => belongsTo(one, key))
    if (facts !== undefined) return { facts, request }
  }
  return undefined
}
