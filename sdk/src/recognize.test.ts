import { describe, expect, test } from 'vitest'
import { reach } from '../../plugins/reach/src/index.ts'
import { recognizeLink, recognizeText } from './host.ts'
import { definePlugin } from './plugin.ts'

const text = { type: 'text', label: 'x', optional: true } as const
const meet = definePlugin({
  api: 1,
  id: 'example.meet',
  name: 'Meet',
  version: '1.0.0',
  permissions: {},
  account: { server: { type: 'url', label: 'Server', optional: true } },
  target: { name: 'Room', fields: { room: text, code: text } },
  recognize: [
    { href: '{account.server}/*', path: { room: '/(?:base/)?r/([^/]+)' } },
    { href: 'https://meet.example/join*', query: { room: ['room', 'r'] }, unless: ['_t'] },
    { href: 'https://meet.example/old*', query: { room: 'id' }, prefix: { room: 'old-' } },
    { href: 'https://meet.example/*', path: { room: '/rooms/([^/]+)(?:/.*)?' }, query: { code: 'c' } },
    { href: 'meet:*', query: { room: 'room' } },
  ],
  actions: () => ({}),
})

describe('recognizeLink', () => {
  test.each([
    ['https://meet.example/join?room=5', { room: '5' }],
    ['https://meet.example/join?r=6', { room: '6' }],
    ['https://meet.example/join?room=&r=6', { room: '6' }],
    ['https://meet.example/join?room=%3Cb%3E', { room: '<b>' }],
    ['HTTPS://MEET.example:443/join?room=5#later', { room: '5' }],
    ['https://meet.example/join', {}],
    ['https://meet.example/old?id=7', { room: 'old-7' }],
    ['https://meet.example/rooms/8', { room: '8' }],
    ['https://meet.example/rooms/caf%C3%A9/now?c=1', { room: 'café', code: '1' }],
    ['https://meet.example/rooms/', {}],
    ['https://meet.example/Rooms/8', {}],
    ['https://meet.example/rooms/%ff', {}],
    ['meet://go?room=9', { room: '9' }],
  ])('reads %s', (link, expected) => {
    expect(recognizeLink(meet, link)).toEqual(expected)
  })

  test('what stands there twice says nothing, unless it is the same', () => {
    expect(recognizeLink(meet, 'https://meet.example/join?room=5&room=6')).toEqual({})
    expect(recognizeLink(meet, 'https://meet.example/join?room=5&room=5')).toEqual({ room: '5' })
  })

  test.each(['_t=x', '_t', '_t=', '%5Ft=x', '_%74=x'])('leaves a link alone that is complete by %s', (signature) => {
    expect(recognizeLink(meet, `https://meet.example/join?room=5&${signature}`)).not.toHaveProperty('room')
  })

  test.each(['x_t=1', '_T=1', 'note=_t%3D1'])('takes a link for incomplete that has %s', (parameter) => {
    expect(recognizeLink(meet, `https://meet.example/join?room=5&${parameter}`)).toEqual({ room: '5' })
  })

  test("knows links to an account's own server by its settings", () => {
    const settings = { server: 'https://rooms.example.com/base' }
    expect(recognizeLink(meet, 'https://rooms.example.com/base/r/5', settings)).toEqual({ room: '5' })
    expect(recognizeLink(meet, 'https://rooms.example.com/r/5', settings)).toBeUndefined()
    expect(recognizeLink(meet, 'https://rooms.example.com/base/r/5')).toBeUndefined()
  })

  test.each(['https://meet.example.evil.example/join?room=5', 'http://meet.example/join?room=5', 'room=5', ''])(
    'leaves %j alone',
    (link) => expect(recognizeLink(meet, link)).toBeUndefined(),
  )

  test('a link or a path that is longer than any says nothing', () => {
    const { href } = new URL(`https://meet.example/join?room=5&note=${'x'.repeat(8192)}`)
    expect(recognizeLink(meet, href)).toBeUndefined()
    expect(recognizeLink(meet, `https://meet.example/rooms/${'x'.repeat(1995)}`)).toEqual({})
    expect(recognizeLink(meet, `https://meet.example/rooms/${'x'.repeat(1900)}`)).toEqual({ room: 'x'.repeat(1900) })
  })

  test('a plugin that says nothing recognises nothing', () => {
    const { recognize: _recognize, ...silent } = meet
    expect(recognizeLink(silent, 'https://meet.example/join?room=5')).toBeUndefined()
  })
})

describe('recognizeText', () => {
  test.each([
    ['124 124 124', ['r124124124']],
    ['TeamViewer: 1 241 241 245', ['r1241241245']],
    ['124124124 124124125', []],
    ['TeamViewer: 1241241245', ['r1241241245']],
    ['r124124124', ['r124124124']],
    ['https://start.teamviewer.com/124124124', ['r124124124']],
    ['teamviewer10://control?device=124124124', ['r124124124']],
    ['124\u00a0124\u00a0124, 124124125', ['r124124124', 'r124124125']],
    ['12412412', []],
    ['12412412412', []],
    ['', []],
  ])('in %j REACH finds %j', (searched, ids) => {
    expect(recognizeText(reach, searched)).toEqual(ids.map((value) => ({ field: 'remotecontrolId', value })))
  })

  test('a long text is read so far, and an id that the cut may have parted is left alone', () => {
    const id = '124124124'
    const found = (place: number) => recognizeText(reach, `${' '.repeat(place)}${id} ${'x'.repeat(3000)}`).length
    expect([found(1900), found(1988), found(1995), found(2500)]).toEqual([1, 0, 0, 0])
    expect(recognizeText(reach, `${'x '.repeat(995)}${id}`)).toHaveLength(1)
  })

  test('an expression that is slow on a long text ends', () => {
    const slow = { ...reach, recognizeText: [{ text: '(a*)c', field: 'remotecontrolId' }] }
    const before = performance.now()
    expect(recognizeText(slow, 'a'.repeat(100_000))).toEqual([])
    expect(performance.now() - before).toBeLessThan(1000)
  })

  test('a plugin that says nothing finds nothing', () => {
    const { recognizeText: _silent, ...silent } = reach
    expect(recognizeText(silent, '124124124')).toEqual([])
  })
})
