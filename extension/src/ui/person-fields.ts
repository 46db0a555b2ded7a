/** The form of a person's facts. @module */
import type { Fields } from '@joinery/sdk'
import { factLabel, facts } from '@joinery/sdk/host'

/** Every fact as an optional field. */
export const personFields: Fields = Object.fromEntries(
  facts.map((fact) => [fact, { type: fact === 'email' ? 'email' : 'text', label: factLabel(fact), optional: true }]),
)
