/** PEM (RFC 7468): bytes between BEGIN and END; several may stand in one text. @module */
import { fromBase64, toBase64 } from '@joinery/reach/base64'

/** One block of a PEM text. */
export interface PemBlock {
  /** Such as `CERTIFICATE`. */
  readonly label: string
  /** Its bytes, or `undefined` where they are damaged. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined
}

// Labels are of capitals, digits and spaces; what stands between blocks, such as a chain's names, does not count.
const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END \1-----/g
const BEGIN = /-----BEGIN [A-Z0-9 ]{1,40}-----/
const LINE_LENGTH = 64

/** Whether a text has a block, or the beginning of one. */
export function hasPem(text: string): boolean {
  return BEGIN.test(text)
}

/** The blocks of a text, in their order. */
export function pemBlocks(text: string): readonly PemBlock[] {
  return [...text.matchAll(BLOCK)].map(([, label = '', body = '']) => ({ label, bytes: bytesOf(body) }))
}

/** Bytes in PEM's armour, with a line break at the end. */
export function toPem(label: string, bytes: Uint8Array): string {
  const lines = toBase64(bytes).match(new RegExp(`.{1,${LINE_LENGTH}}`, 'g')) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}

function bytesOf(body: string): Uint8Array<ArrayBuffer> | undefined {
  // Mail programs indent and break as they like.
  const bytes = fromBase64(body.replace(/\s/g, ''))
  return bytes?.length === 0 ? undefined : bytes
}
