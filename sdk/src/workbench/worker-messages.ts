/** What the server and its worker tell each other. @module */
import type { CheckResult } from '../testing/report.ts'
import type { Answer, Description, Question } from './messages.ts'

/** What a worker starts with. */
export interface WorkerData {
  readonly name: string
  readonly folder: string
  readonly live: boolean
}

/** What a worker is told. */
export type ToWorker =
  | { readonly kind: 'ask'; readonly id: number; readonly question: Question }
  | { readonly kind: 'check' }

/** What a worker tells. */
export type FromWorker =
  /** `files` are the addresses of all modules that were loaded or looked for. */
  | { readonly kind: 'loaded'; readonly description: Description; readonly files: readonly string[] }
  | { readonly kind: 'failed'; readonly problem: string; readonly files: readonly string[] }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'checked'; readonly checks: readonly CheckResult[] }
