/** The links in whatever an action gave. @module */
import { linksOf } from '../check-outcome.ts'
import type { Outcome } from '../outcome.ts'

/** Every link in what an action gave; none where it gave no outcome. */
export function linksIn(outcome: unknown): readonly string[] {
  if (typeof outcome !== 'object' || outcome === null) return []
  return linksOf(outcome as Outcome).filter((link) => typeof link === 'string')
}
