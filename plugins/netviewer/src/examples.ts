/** Examples of the Netviewer plugin. @module */
import type { Example } from '@joinery/sdk/testing'
import { accountExamples } from './account-examples.ts'
import { bookingExamples, joinExamples } from './booking-examples.ts'
import { inviteExamples, sessionExamples } from './session-examples.ts'

/** All of them. */
const examples: readonly Example[] = [
  ...joinExamples,
  ...bookingExamples,
  ...inviteExamples,
  ...sessionExamples,
  ...accountExamples,
]

export default examples
