/** Reads a record from what its scope shows at this moment. @module */
import type { PageRecord } from '../messages.ts'
import type { FactSource, RecordRule } from '../sites/rule.ts'

const MAX_LENGTH = 500

/**
 * The record in a scope, or `undefined` where the scope names no key.
 *
 * @param anyScope matches every record's scope: what belongs to a record inside this one is not read.
 */
export function readRecord(scope: Element, rule: RecordRule, anyScope: string): PageRecord | undefined {
  // getAttribute, since a form's `id` may be one of its inputs.
  const key = scope.getAttribute(rule.key)
  if (key === null || key === '') return undefined
  const facts = Object.entries(rule.facts).flatMap(([fact, sources]) => {
    const value = firstFound(scope, sources, anyScope)
    return value === undefined ? [] : [[fact, value] as const]
  })
  return { kind: rule.kind, key: key.slice(0, 200), facts: Object.fromEntries(facts) }
}

function firstFound(scope: Element, sources: readonly FactSource[], anyScope: string): string | undefined {
  for (const { selector, attribute } of sources) {
    for (const element of scope.querySelectorAll(selector)) {
      if (element.closest(anyScope) !== scope) continue
      if (!element.checkVisibility({ visibilityProperty: true })) continue
      const raw = attribute === undefined ? element.textContent : element.getAttribute(attribute)
      const value = (raw ?? '').trim().slice(0, MAX_LENGTH).toWellFormed()
      if (value !== '') return value
    }
  }
  return undefined
}
