/** Ids are taken as people and files write them, and no others. @module */
import { describe, expect, test } from 'vitest'
import { expectGuid, guidKey, remotecontrolIdFrom } from './ids.ts'

describe('a TeamViewer id', () => {
  test.each([
    ['r124124124', 'r124124124'],
    ['124124124', 'r124124124'],
    ['124 124 124', 'r124124124'],
    [' r 124 124 1241 ', 'r1241241241'],
    ['R124124124', 'r124124124'],
  ])('%j is %s', (written, id) => {
    expect(remotecontrolIdFrom(written)).toBe(id)
  })

  test.each(['', 'd124124124', 'r', 'x1', '124-124', 'r12a', '1'.repeat(31), '１２３'])('%j is none', (written) => {
    expect(() => remotecontrolIdFrom(written)).toThrow(
      expect.objectContaining({ code: 'invalid', field: 'remotecontrolId' }),
    )
  })
})

describe('a GUID', () => {
  const guid = '8c4fa1a7-9d1c-41e9-be17-70e95c289080'
  test.each([guid, `{${guid}}`, guid.toUpperCase()])('%s is taken as it is', (written) => {
    expect(expectGuid(written, 'requestId')).toBe(written)
    expect(guidKey(written)).toBe(guid)
  })

  test.each(['', `{${guid}`, `${guid}}`, ` ${guid}`, guid.replaceAll('-', ''), `${guid}0`])('%j is none', (written) => {
    expect(() => expectGuid(written, 'requestId')).toThrow(
      expect.objectContaining({ code: 'invalid', field: 'requestId' }),
    )
  })
})
