/** The messages about certificates: all of them are the options page's alone. @module */
import * as v from 'valibot'
import { KEY_KINDS } from './certificates/key-pair.ts'
import type { CertificateView, KeyReply, SaveReply } from './desk/views.ts'
import { id, moment, text, version } from './message-parts.ts'

const MAX_KEY = 8 * 1024
const MAX_REQUEST = 16 * 1024
const MAX_CHAIN = 256 * 1024

const ending = { subject: text, issuer: text, ends: moment }

/** Which there are, and their shapes. */
export const certificateRequests = {
  'certificate.read': { from: 'options', shape: v.strictObject({}) },
  /** A request that was made in the page, and the private key that belongs to it, as base64 of its PKCS#8. */
  'certificate.keepRequest': {
    from: 'options',
    shape: v.strictObject({
      name: text,
      organisation: v.optional(text),
      email: v.optional(text),
      keyKind: v.picklist(KEY_KINDS),
      request: v.pipe(v.string(), v.maxLength(MAX_REQUEST)),
      privateKey: v.pipe(v.string(), v.maxLength(MAX_KEY)),
    }),
  },
  /** The certificate that came for a request, with its chain, as PEM; the page checked that it belongs. */
  'certificate.keepIssued': {
    from: 'options',
    shape: v.strictObject({ stored: version, certificates: v.pipe(v.string(), v.maxLength(MAX_CHAIN)), ...ending }),
  },
  /** Any certificate, so that the user is reminded of its end. */
  'certificate.watch': { from: 'options', shape: v.strictObject({ name: text, ...ending }) },
  /** The private key, to be wrapped with its certificate. */
  'certificate.key': { from: 'options', shape: v.strictObject({ id }) },
  'certificate.remove': { from: 'options', shape: v.strictObject({ id }) },
} as const

/** Their answers. */
export interface CertificateAnswers {
  'certificate.read': readonly CertificateView[]
  'certificate.keepRequest': SaveReply
  'certificate.keepIssued': SaveReply
  'certificate.watch': SaveReply
  'certificate.key': KeyReply
  'certificate.remove': SaveReply
}
