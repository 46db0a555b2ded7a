/** The BigBlueButton plugin passes every check. @module */
import { testPlugin } from '@joinery/sdk/testing'
import { describe, test } from 'vitest'
import examples from './examples.ts'
import bigbluebutton from './index.ts'

testPlugin(bigbluebutton, examples, { describe, test })
