import type * as v from 'valibot'
import { expect, test } from 'vitest'
import type { SiteRule } from './rule.ts'
import type { siteShape } from './site-shape.ts'

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false

test('what is accepted at run time is what the contract says, no more and no less', () => {
  const isSame: Same<v.InferOutput<typeof siteShape>, SiteRule> = true
  expect(isSame).toBe(true)
})
