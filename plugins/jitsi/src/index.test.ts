/** The Jitsi Meet plugin passes every check. @module */
import { testPlugin } from '@joinery/sdk/testing'
import { describe, test } from 'vitest'
import { hostWords } from '../../../test/host-words.ts'
import examples from './examples.ts'
import jitsi from './index.ts'

testPlugin(jitsi, examples, { describe, test }, { words: hostWords })
