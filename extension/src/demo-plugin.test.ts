/** The demo's plugin passes every check. @module */
import { type Example, testPlugin } from '@joinery/sdk/testing'
import { describe, test } from 'vitest'
import { hostWords } from '../../test/host-words.ts'
import { DEMO_ROOM, demo } from './demo-plugin.ts'

const target = { label: 'Lobby' }
const now = 1_700_000_000_000

const examples: readonly Example[] = [
  {
    name: 'the user joins',
    action: 'join',
    account: {},
    target,
    person: { firstName: 'Ada', lastName: 'Byron' },
    now,
    outcome: { type: 'tab', url: `${DEMO_ROOM}?room=Lobby&name=Ada%20Byron&role=host` },
  },
  {
    name: 'a guest is invited',
    action: 'invite',
    account: {},
    target,
    person: { lastName: 'Byron', email: 'ada@example.com' },
    now,
    outcome: { type: 'links', guest: `${DEMO_ROOM}?room=Lobby&name=Byron&email=ada%40example.com&role=guest` },
  },
]

testPlugin(demo, examples, { describe, test }, { words: hostWords })
