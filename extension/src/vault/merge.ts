/** Two versions of a record become one, the same wherever they meet. @module */
import { type Content, isDeleted, type StampedValue } from './content.ts'

/**
 * Merges field by field: of each, the later edit stays. A deletion wins over all edits before it, and an edit that was
 * made after a deletion, or without knowing of it, brings the record back, so nothing that was just typed is lost.
 * Neither the order of the two nor repetition makes a difference.
 */
export function mergeContents(one: Content, other: Content): Content {
  const deleted = later(one.deleted, other.deleted)
  const names = new Set([...Object.keys(one.fields), ...Object.keys(other.fields)])
  const fields = [...names].sort().flatMap((name) => {
    const winner = laterValue(ownField(one, name), ownField(other, name))
    return winner === undefined ? [] : [[name, winner] as const]
  })
  const kind = [one.kind, other.kind].sort()[0] ?? one.kind
  const merged: Content = { kind, fields: Object.fromEntries(fields), ...(deleted === undefined ? {} : { deleted }) }
  return isDeleted(merged) ? { ...merged, fields: {} } : merged
}

function ownField(content: Content, name: string): StampedValue | undefined {
  return Object.hasOwn(content.fields, name) ? content.fields[name] : undefined
}

function later(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return one > other ? one : other
}

// The same stamp with two values comes from a fault elsewhere; the choice must still be the same on both sides.
function laterValue(one: StampedValue | undefined, other: StampedValue | undefined): StampedValue | undefined {
  if (one === undefined || other === undefined) return one ?? other
  if (one.at !== other.at) return one.at > other.at ? one : other
  return (JSON.stringify(one.value) ?? '') > (JSON.stringify(other.value) ?? '') ? one : other
}
