import { dataHalf, readAnnouncement } from '@joinery/sdk/companion'
import { recognizeText } from '@joinery/sdk/host'
import { testPlugin } from '@joinery/sdk/testing'
import { describe, expect, test } from 'vitest'
import { examples } from './examples.ts'
import { rustdesk } from './plugin.ts'

testPlugin(rustdesk, examples, { describe, test }, { strict: true })

test('a host takes its announcement', async () => {
  const plugin = dataHalf(rustdesk)
  expect(await readAnnouncement({ joinery: 1, type: 'announce', plugin })).toEqual({ ok: true, plugin })
})

test.each([
  ['RustDesk: 123 456 789', '123456789'],
  ['reach her by rustdesk 987654321, please', '987654321'],
])('a device is recognised in "%s"', (text, value) => {
  expect(recognizeText(rustdesk, text)).toEqual([{ field: 'deviceId', value }])
})
