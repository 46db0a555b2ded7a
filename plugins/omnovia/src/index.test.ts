/** The omNovia plugin passes every check. @module */
import { testPlugin } from '@joinery/sdk/testing'
import { describe, test } from 'vitest'
import { hostWords } from '../../../test/host-words.ts'
import examples from './examples.ts'
import omnovia from './index.ts'

testPlugin(omnovia, examples, { describe, test }, { words: hostWords })
