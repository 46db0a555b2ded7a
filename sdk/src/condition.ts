/** Whether a `when` holds. @module */
import type { Condition } from './fields.ts'

/** Whether each value that a condition names is the one asked for, or one of them. */
export function meetsCondition(
  condition: Condition | undefined,
  values: { readonly [name: string]: unknown },
): boolean {
  return Object.entries(condition ?? {}).every(([name, asked]) => [asked].flat().includes(values[name] as string))
}
