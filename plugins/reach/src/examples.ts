/** Examples of the TeamViewer REACH plugin. @module */
import type { Example } from '@joinery/sdk/testing'
import { accountExamples, tenantExamples } from './account-examples.ts'
import { controlExamples, registerExamples, unregisterExamples } from './device-examples.ts'

/** All of them. */
const examples: readonly Example[] = [
  ...registerExamples,
  ...controlExamples,
  ...unregisterExamples,
  ...accountExamples,
  ...tenantExamples,
]

export default examples
