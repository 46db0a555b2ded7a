/** Control types: the two that are attested, and what an administrator adds (vendors.md 2.4). @module */
import { PluginError } from '@joinery/sdk'
import type { Account } from './fields.ts'

const ATTESTED = ['attended', 'unattended'] as const

/**
 * A control type that this account may use.
 *
 * @throws PluginError `invalid` for any other.
 */
export function expectControlType(controlType: string, { controlTypes }: Account): string {
  const allowed: readonly string[] = [...ATTESTED, ...(controlTypes?.split(',').map((name) => name.trim()) ?? [])]
  if (allowed.includes(controlType)) return controlType
  throw new PluginError(
    'invalid',
    {
      en: `The control type must be one of ${allowed.join(', ')}; an administrator may allow others in the account.`,
      de: `Die Steuerungsart muss eine von ${allowed.join(', ')} sein; weitere erlaubt ein Administrator im Konto.`,
    },
    { field: 'controlType' },
  )
}
