/** The one error that plugins throw and hosts show. @module */
import { type Text, textIn } from './text.ts'

/**
 * Every code that a {@link PluginError} may carry; the host has a translated sentence for each.
 *
 * @example
 * errorCodes.includes('rate-limited') // true
 */
export const errorCodes = [
  /** A required setting, input or fact is absent. */
  'missing',
  /** A value is not of the form that the field asks for. */
  'invalid',
  /** A value that the vendor's protocol cannot carry safely. */
  'unsafe',
  /** The action does not exist, or does not apply to this account. */
  'not-applicable',
  /** A link or request outside the plugin's permissions. */
  'not-permitted',
  /** The vendor does not accept the credentials. */
  'unauthorized',
  /** The credentials are right and may not do this. */
  'forbidden',
  /** The vendor does not know the thing that was named. */
  'not-found',
  /** The vendor's state does not allow it now. */
  'conflict',
  /** Too many requests; `retryAfter` says when, where the vendor does. */
  'rate-limited',
  /** No connection: nothing was processed. */
  'unreachable',
  /** A client certificate is missing or was refused. */
  'certificate',
  /** No answer within the time allowed. */
  'timeout',
  /** It was sent and may have been processed; the program must not repeat it. */
  'ambiguous',
  /** The server failed (5xx). */
  'server-failed',
  /** The answer is not what the protocol says. */
  'bad-answer',
  /** The vendor refused for a reason of its own, told in the message. */
  'refused',
  /** A format or algorithm that is not read here. */
  'unsupported',
  /** The user or the host called it off. */
  'cancelled',
  /** A fault in the plugin; its text is for its author alone. */
  'internal',
] as const

/** One of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number]

/** What a {@link PluginError} may say beyond its code and message. */
export interface PluginErrorOptions {
  /** The field at fault, by its name in the plugin's account, target or input fields, or the person's fact. */
  readonly field?: string | undefined
  /** Seconds to wait before another try, as HTTP's Retry-After counts them. */
  readonly retryAfter?: number | undefined
  /** What caused it; kept for debuggers, never shown, sent or stored. */
  readonly cause?: unknown
}

/**
 * The error that plugins throw and hosts show; its text is for users, so it holds no secret and no link.
 *
 * @example
 * throw new PluginError('invalid', { en: 'A room number is digits only.' }, { field: 'roomId' })
 */
export class PluginError extends Error {
  readonly code: ErrorCode
  /** The message in every language that the plugin has it in; `message` is the English one. */
  readonly text: Text
  readonly field: string | undefined
  readonly retryAfter: number | undefined

  constructor(code: ErrorCode, text: Text, options: PluginErrorOptions = {}) {
    super(textIn(text, 'en'), options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'PluginError'
    this.code = code
    this.text = text
    this.field = options.field
    this.retryAfter = options.retryAfter
  }
}

/**
 * Whether a caught value is a {@link PluginError}, of this copy of the SDK or another.
 *
 * @example
 * isPluginError(new PluginError('timeout', 'No answer.')) // true
 */
export function isPluginError(value: unknown): value is PluginError {
  return (
    value instanceof Error &&
    value.name === 'PluginError' &&
    errorCodes.includes((value as Partial<PluginError>).code as ErrorCode)
  )
}
