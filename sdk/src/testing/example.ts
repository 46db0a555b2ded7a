/** Examples: what an author shows of a plugin, and the conformance kit verifies and varies. @module */
import type { ErrorCode } from '../errors.ts'
import type { RawValues } from '../read-fields.ts'

/** One run of one action, and what it must give: either `outcome` or `error`. */
export interface Example {
  /** A sentence that no other example has. */
  readonly name: string
  readonly action: string
  /** Values as forms hold them, secrets as plain text; made up, since examples are published. */
  readonly account?: RawValues
  readonly target?: RawValues
  readonly person?: RawValues
  readonly input?: RawValues
  /** For tasks: the account's stored targets. */
  readonly targets?: readonly RawValues[]
  /** Milliseconds since 1970. */
  readonly now: number
  /** The whole outcome, not a part; secrets as `Secret`. */
  readonly outcome?: unknown
  /** The refusal; without `field`, none may be named. */
  readonly error?: { readonly code: ErrorCode; readonly field?: string }
  /** For tasks: what the server is asked and answers, in order. */
  readonly replies?: readonly ReplyExample[]
  /** For tasks: the targets that it stores on the way, in order. */
  readonly saves?: readonly { readonly [field: string]: unknown }[]
}

/** A request that a task must send, and the answer it gets. */
export interface ReplyExample {
  readonly request: RequestExample
  /** 200 unless told. */
  readonly status?: number
  readonly headers?: { readonly [name: string]: string }
  /** The body, as JSON or as text. */
  readonly json?: unknown
  readonly text?: string
}

/** A request that a task must send. */
export interface RequestExample {
  /** GET unless told. */
  readonly method?: string
  readonly url: string
  /** The whole body; without it, none may be sent. */
  readonly json?: unknown
  /** Headers that must be among those sent. */
  readonly headers?: { readonly [name: string]: string }
}
