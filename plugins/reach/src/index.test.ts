/** The TeamViewer REACH plugin passes every check. @module */
import { testPlugin } from '@joinery/sdk/testing'
import { describe, test } from 'vitest'
import { hostWords } from '../../../test/host-words.ts'
import examples from './examples.ts'
import reach from './index.ts'

testPlugin(reach, examples, { describe, test }, { words: hostWords })
