/** Opens PKCS#12 files (RFC 7292) for the certificates in them; their keys stay closed. @module */

import { formsOf, type PasswordForm } from '@joinery/reach/pem/password'
import { unreadAlgorithmOf } from '@joinery/reach/pem/pem-errors'
import { encryptedPkcs8, MAX_PKCS12_ITERATIONS } from '@joinery/reach/pem/pkcs8'
import { OctetString, Sequence } from 'asn1js'
import {
  type AlgorithmIdentifier,
  AuthenticatedSafe,
  CertBag,
  ContentInfo,
  EncryptedData,
  type PFX,
  SafeContents,
} from 'pkijs'
import { engine } from './engine.ts'
import { certificateError, isCertificateError } from './error.ts'
import { decryptRc2, isRc2 } from './pkcs12-rc2.ts'

const X509 = '1.2.840.113549.1.9.22.1'
const MAC_DIGESTS: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
  '2.16.840.1.101.3.4.2.2': 'SHA-384',
  '2.16.840.1.101.3.4.2.3': 'SHA-512',
}

/**
 * The certificates in a PKCS#12, each as DER.
 *
 * @throws CertificateError `password-needed`, `wrong-password`, `unsupported` or `too-costly`; anything else for damage.
 */
export async function openPkcs12(file: PFX, password: string | undefined): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const { content } = file.authSafe
  if (file.authSafe.contentType !== ContentInfo.DATA || !(content instanceof OctetString)) {
    throw certificateError('unsupported', 'Files that are sealed for one recipient are not read.')
  }
  const inside = new Uint8Array(content.getValue())
  // Some programs write files without a password that anybody knows of.
  const form = await rightForm(file, inside, formsOf(password ?? ''))
  if (form === undefined) {
    if (password === undefined) throw certificateError('password-needed', 'This file has a password.')
    throw certificateError('wrong-password', 'The password is wrong, or the file was changed.')
  }
  const safes = AuthenticatedSafe.fromBER(inside).safeContents
  const found = await Promise.all(safes.map((safe) => certificatesInSafe(safe, form)))
  return found.flat()
}

// Where the file says how, its own checksum tells which form of the password is meant; else the decryption has to.
async function rightForm(
  { macData }: PFX,
  inside: Uint8Array<ArrayBuffer>,
  forms: readonly PasswordForm[],
): Promise<PasswordForm | undefined> {
  const hashAlgorithm = MAC_DIGESTS[macData?.mac.digestAlgorithm.algorithmId ?? '']
  if (macData === undefined || hashAlgorithm === undefined) return forms[0]
  const iterationCount = macData.iterations ?? 1
  if (iterationCount > MAX_PKCS12_ITERATIONS) throw tooCostly(iterationCount)
  for (const form of forms) {
    const isRight = await engine.verifyDataStampedWithPassword({
      password: utf8(form.text),
      hashAlgorithm,
      salt: new Uint8Array(macData.macSalt.getValue()).buffer,
      iterationCount,
      contentToVerify: inside.buffer,
      signatureToVerify: new Uint8Array(macData.mac.digest.getValue()).buffer,
    })
    if (isRight) return form
  }
  return undefined
}

async function certificatesInSafe(
  { contentType, content }: ContentInfo,
  form: PasswordForm,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  if (contentType === ContentInfo.DATA && content instanceof OctetString) {
    return certificatesInBags(new Uint8Array(content.getValue()))
  }
  if (contentType !== ContentInfo.ENCRYPTED_DATA) return []
  const { encryptedContentInfo } = new EncryptedData({ schema: content })
  const sealed = new Uint8Array(encryptedContentInfo.getEncryptedContent())
  return certificatesInBags(await decrypted(encryptedContentInfo.contentEncryptionAlgorithm, sealed, form))
}

function certificatesInBags(bytes: Uint8Array<ArrayBuffer>): readonly Uint8Array<ArrayBuffer>[] {
  return SafeContents.fromBER(bytes).safeBags.flatMap(({ bagValue }) => {
    if (!(bagValue instanceof CertBag) || bagValue.certId !== X509) return []
    return bagValue.certValue instanceof OctetString ? [new Uint8Array(bagValue.certValue.getValue())] : []
  })
}

async function decrypted(
  algorithm: AlgorithmIdentifier,
  sealed: Uint8Array<ArrayBuffer>,
  form: PasswordForm,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    if (isRc2(algorithm.algorithmId)) return Uint8Array.from(decryptRc2(algorithm, sealed, form.text))
    // An encrypted key says how it was encrypted in the same way, and its reader has the limits.
    const parts = new Sequence({ value: [algorithm.toSchema(), new OctetString({ valueHex: sealed })] })
    return Uint8Array.from(await encryptedPkcs8(new Uint8Array(parts.toBER()))(form))
  } catch (cause) {
    throw inOwnWords(cause)
  }
}

function inOwnWords(cause: unknown): Error {
  if (isCertificateError(cause)) return cause
  const algorithm = unreadAlgorithmOf(cause)
  if (algorithm !== undefined) return certificateError('unsupported', algorithm, { cause })
  const isExcessive = cause instanceof Error && 'code' in cause && cause.code === 'unsafe'
  if (isExcessive) return certificateError('too-costly', 'Opening this would take far too long.', { cause })
  return certificateError('wrong-password', 'The password is wrong, or the file was changed.', { cause })
}

function tooCostly(iterations: number): Error {
  return certificateError('too-costly', `${iterations} rounds are more than ${MAX_PKCS12_ITERATIONS}.`)
}

function utf8(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer
}
