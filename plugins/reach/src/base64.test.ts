/** Base64 is read in either alphabet. @module */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64, toBase64Url } from './base64.ts'

describe('base64', () => {
  test('comes back from every way to write it', () => {
    const property = fc.property(fc.uint8Array(), (bytes) => {
      for (const text of [toBase64(bytes), toBase64Url(bytes), toBase64Url(bytes, true)]) {
        expect(fromBase64(text)).toEqual(Uint8Array.from(bytes))
      }
    })
    fc.assert(property)
  })

  test.each(['a', 'ab=', 'abc==', 'ab===', 'a b=', 'abc=d', '====', 'äöü='])('%j is none', (text) => {
    expect(fromBase64(text)).toBeUndefined()
  })
})
