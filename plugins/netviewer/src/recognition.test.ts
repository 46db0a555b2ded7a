/** Program links and bare tokens are found in pages, and lead into the session. @module */
import { recognizeLink, recognizeText } from '@joinery/sdk/host'
import { describe, expect, test } from 'vitest'
import { newToken, run } from '../test/runs.ts'
import { account, PROGRAM } from './example-values.ts'
import netviewer from './index.ts'

const token = newToken()
const found = (text: string) => recognizeText(netviewer, text).map(({ value }) => value)

test('a program link is read, and joined by', async () => {
  const target = recognizeLink(netviewer, `${PROGRAM}?lang=de&token=${token}`)
  expect(target).toEqual({ moderatorToken: token })
  const { outcome } = await run('join', { account: { programUrl: account.programUrl }, target: target ?? {} })
  expect(outcome).toEqual({ type: 'tab', url: `${PROGRAM}?token=${token}`, sensitive: true })
})

test.each([`https://evil.example/?token=${token}`, `http://get.netviewer.com/?token=${token}`])(
  '%s is none',
  (link) => {
    expect(recognizeLink(netviewer, link)).toBeUndefined()
  },
)

test("a link to the organisation's own server is known by the account", () => {
  const settings = { programUrl: 'https://meet.example.com/start?lang=de' }
  const link = `https://meet.example.com/start?token=${token}`
  expect(recognizeLink(netviewer, link, settings)).toEqual({ moderatorToken: token })
  expect(recognizeLink(netviewer, link)).toBeUndefined()
})

describe('a bare token', () => {
  test.each([token, `Token: ${token}.`, `(${token.toLowerCase()})`, `a\n${token}\nb`, `?token=${token}&x`])(
    'is found in %j',
    (text) => {
      expect(found(text).map((one) => one.toUpperCase())).toEqual([token])
    },
  )

  test('keeps its case', () => {
    const mixed = `${token.slice(0, 16).toLowerCase()}${token.slice(16)}`
    expect(found(mixed)).toEqual([mixed])
  })

  test.each([`${token}0`, `0${token}`, `x${token}`, `${token}g`, token.slice(1), crypto.randomUUID()])(
    'is not found in %j',
    (text) => {
      expect(found(text)).toEqual([])
    },
  )
})
