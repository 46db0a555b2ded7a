/** What the user chose so far: plain data, since it outlives the page. @module */
import type { AddressPattern, AnchorRule, KeySource, PageFact, RecordKind } from '../sites/rule.ts'
import type { SelectorSource } from './fact-source.ts'

/** The steps, in their order. */
export const STEPS = ['place', 'fit', 'facts', 'key', 'check'] as const

/** A step's name. */
export type Step = (typeof STEPS)[number]

/** The facts that are asked for one after the other; each may be left out. */
export const ASKED_FACTS = ['name', 'email', 'phone', 'company'] as const satisfies readonly PageFact[]

/** A rule in the making. */
export interface Draft {
  readonly step: Step
  readonly kind: RecordKind
  /** Which record of the site that is mended; a new one where there is none. */
  readonly mends: number | undefined
  /** Elements whose open shadow roots the place or a fact stands in. */
  readonly shadowHosts: readonly string[]
  /** Finds the places in the whole page. */
  readonly places: string | undefined
  /** Finds what holds one record each, where that is not the page. */
  readonly scope: string | undefined
  readonly isRow: boolean
  readonly anchor: AnchorRule | undefined
  readonly facts: { readonly [F in PageFact]?: SelectorSource }
  /** The facts that the user was asked for, whether or not they were there. */
  readonly asked: readonly PageFact[]
  readonly key: KeySource | undefined
  readonly address: AddressPattern | undefined
}

/** Nothing chosen yet. */
export const EMPTY: Draft = {
  step: 'place',
  kind: 'contact',
  mends: undefined,
  shadowHosts: [],
  places: undefined,
  scope: undefined,
  isRow: false,
  anchor: undefined,
  facts: {},
  asked: [],
  key: undefined,
  address: undefined,
}

/** A draft as it is kept. */
export function writeDraft(draft: Draft): string {
  return JSON.stringify(draft)
}

/** A draft as it was kept, by an earlier version perhaps; what cannot be read is begun anew. */
export function readDraft(kept: string): Draft {
  try {
    const read: unknown = JSON.parse(kept)
    const { step } = Object(read) as Partial<Draft>
    return STEPS.some((known) => known === step) ? { ...EMPTY, ...(read as Partial<Draft>) } : EMPTY
  } catch {
    return EMPTY
  }
}

// By words that products use in addresses, whatever the user's language.
const KIND_WORDS: readonly (readonly [RecordKind, RegExp])[] = [
  ['contact', /contact|person|people|partner|customer/i],
  ['lead', /lead|prospect/i],
  ['case', /case|ticket|helpdesk|incident|issue|conversation/i],
  ['deal', /deal|opportunit|potential|pipeline/i],
  ['account', /account|compan|organi[sz]ation/i],
]

/** What kind of record pages at this address show, as far as it tells. */
export function likelyKind(address: string): RecordKind {
  const { pathname = '', search = '', hash = '' } = URL.parse(address) ?? {}
  return KIND_WORDS.find(([, words]) => words.test(pathname + search + hash))?.[0] ?? 'contact'
}
