/** Checksums: published digests, and Node's own hashes over what the documentation describes. @module */
import { createHash, randomBytes } from 'node:crypto'
import { Secret } from '@joinery/sdk'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Account } from './fields.ts'
import { checksumOf, signedUrl } from './signed-url.ts'

const algorithms = ['sha1', 'sha256', 'sha384', 'sha512'] as const
const newSecret = () => randomBytes(24).toString('base64url')

function account(settings: Partial<Account> = {}): Account {
  const server = 'https://bbb.example.com/bigbluebutton/'
  return { server, secret: new Secret(newSecret()), algorithm: 'sha256', createFirst: true, ...settings }
}

describe('the checksum', () => {
  // The digests of "abc" in FIPS 180-4's examples: a call "a", its query "b", the secret "c".
  test.each([
    ['sha1', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    ['sha256', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    ['sha384', 'cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7'],
    [
      'sha512',
      'ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f',
    ],
  ] as const)('by %s is that of FIPS 180-4', (algorithm, expected) => {
    expect(checksumOf({ algorithm, secret: new Secret('c') }, 'ab')).toBe(expected)
  })

  // The text that is hashed in "API Security Model", Usage, steps 1 to 3, with a secret of our own.
  test.each(algorithms)('by %s goes over call, query and secret in this order', (algorithm) => {
    const secret = newSecret()
    const text = 'createname=Test+Meeting&meetingID=abc123&attendeePW=111222&moderatorPW=333444'
    const expected = createHash(algorithm).update(`${text}${secret}`, 'utf8').digest('hex')
    expect(checksumOf({ algorithm, secret: new Secret(secret) }, text)).toBe(expected)
  })

  test('goes over the bytes of letters beyond ASCII', () => {
    const secret = `${newSecret()}ä松`
    const expected = createHash('sha512').update(`end${secret}`, 'utf8').digest('hex')
    expect(checksumOf({ algorithm: 'sha512', secret: new Secret(secret) }, 'end')).toBe(expected)
  })
})

describe('the address of a call', () => {
  test('has the checksum over its query as it stands there, whatever the values', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
        fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
        fc.constantFrom(...algorithms),
        (fullName, meetingID, algorithm) => {
          const secret = newSecret()
          const made = signedUrl(account({ algorithm, secret: new Secret(secret) }), 'join', { fullName, meetingID })
          const { search } = new URL(made)
          const [, query = '', checksum] = /^\?(.*)&checksum=([0-9a-f]+)$/.exec(search) ?? []
          // As it came out of a browser's own reader of addresses, the way that a server gets it.
          expect(checksum).toBe(createHash(algorithm).update(`join${query}${secret}`, 'utf8').digest('hex'))
          expect([...new URLSearchParams(query)]).toEqual([
            ['fullName', fullName],
            ['meetingID', meetingID],
          ])
          expect(made).not.toContain(secret)
        },
      ),
    )
  })

  test.each([
    ['https://bbb.example.com/bigbluebutton/', 'https://bbb.example.com/bigbluebutton/api/end'],
    ['https://bbb.example.com/bigbluebutton', 'https://bbb.example.com/bigbluebutton/api/end'],
    ['https://bbb.example.com/bigbluebutton/api/', 'https://bbb.example.com/bigbluebutton/api/end'],
    ['https://bbb.example.com/bigbluebutton/api', 'https://bbb.example.com/bigbluebutton/api/end'],
    ['https://bbb.example.com/', 'https://bbb.example.com/bigbluebutton/api/end'],
    ['https://bbb.example.com:8443/rooms//', 'https://bbb.example.com:8443/rooms/api/end'],
  ])('below %s is %s', (server, expected) => {
    expect(signedUrl(account({ server }), 'end', { meetingID: 'a1' }).split('?')[0]).toBe(expected)
  })
})
