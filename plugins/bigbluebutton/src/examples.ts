/** Examples of the BigBlueButton plugin. @module */
import type { Example } from '@joinery/sdk/testing'
import { joinExamples } from './join-examples.ts'
import { manageExamples } from './manage-examples.ts'

/** All of them. */
const examples: readonly Example[] = [...joinExamples, ...manageExamples]

export default examples
