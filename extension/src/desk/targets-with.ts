/** Finds stored targets by what they hold. @module */
import type { RawValues } from '@joinery/sdk/host'
import { fold } from '../vault/fold.ts'
import { findTargets, readTarget } from './holdings.ts'
import type { StoredTarget } from './stored.ts'

// Short numbers stand in many others; only lines with the whole word are opened.
const LINES_LOOKED_AT = 300
const MOST_OPENED = 20

/** An account's targets that hold all of these values, none of which is secret; none, where no value is given. */
export async function targetsWith(accountId: string, values: RawValues): Promise<readonly StoredTarget[]> {
  const wanted = Object.entries(values).map(([field, value]) => [field, String(value)] as const)
  const [first] = wanted
  if (first === undefined) return []
  const { lines } = await findTargets(first[1], accountId, LINES_LOOKED_AT)
  const word = ` ${fold(first[1])} `
  const whole = lines.filter(({ text }) => ` ${text} `.includes(word)).slice(0, MOST_OPENED)
  const targets = await Promise.all(whole.map(({ id }) => readTarget(id)))
  return targets.filter(
    (target): target is StoredTarget =>
      target?.accountId === accountId && wanted.every(([field, value]) => String(target.fields[field]) === value),
  )
}
