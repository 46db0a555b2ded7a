/** The Example Meet plugin passes every check. @module */
import { testPlugin } from '@joinery/sdk/testing'
import { describe, test } from 'vitest'
import examples from './examples.ts'
import { plugin } from './index.ts'

testPlugin(plugin, examples, { describe, test }, { strict: true })
