/** What the desk says of many targets at once: plain data, no secret. @module */
import type { Problem } from './views.ts'

/** A list of targets by name, in columns: very many rows are handed over at once. */
export interface TargetTable {
  readonly ids: readonly string[]
  readonly labels: readonly string[]
  /** The accounts' ids; `accountOf` has each row's place among them. */
  readonly accounts: readonly string[]
  readonly accountOf: readonly number[]
  /** The rows that the organisation's policy set up. */
  readonly managed: readonly number[]
}

/** What some targets hold, but for their secrets. */
export type TargetRows = readonly {
  readonly id: string
  readonly accountId: string
  readonly fields: { readonly [name: string]: unknown }
}[]

/** How a change of many ended: how many were changed, and how many stay as they are because they may not be. */
export type ManyReply =
  | { readonly ok: true; readonly changed: number; readonly kept: number }
  | { readonly ok: false; readonly problem: Problem }

/** What is wrong with each row of an import; `null` where it is stored. */
export type ImportReply =
  | { readonly ok: true; readonly problems: readonly (string | null)[] }
  | { readonly ok: false; readonly problem: Problem }
