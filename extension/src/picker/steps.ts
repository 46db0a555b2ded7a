/** What the panel shows at each step. @module */
import type { Step } from './draft.ts'
import type { StepMaker } from './picking.ts'
import { checkStep } from './step-check.ts'
import { factsStep } from './step-facts.ts'
import { fitStep } from './step-fit.ts'
import { keyStep } from './step-key.ts'
import { placeStep } from './step-place.ts'

/** By their names. */
export const steps: { readonly [S in Step]: StepMaker } = {
  place: placeStep,
  fit: fitStep,
  facts: factsStep,
  key: keyStep,
  check: checkStep,
}
