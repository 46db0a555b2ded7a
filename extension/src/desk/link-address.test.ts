import { netviewer } from '@joinery/netviewer'
import { omnovia } from '@joinery/omnovia'
import { reach } from '@joinery/reach'
import { definePlugin, type Plugin, type Recognition } from '@joinery/sdk'
import { recognizeLink } from '@joinery/sdk/host'
import { describe, expect, test } from 'vitest'
import { addressOf, selectorOf } from './link-address.ts'

const ROOM = 'https://www.omnovia.com/pages/sc2/room_login.php'
const OTHER_ROOM = 'https://www.omnovia.com/pages/sc2/roomlogin'
const PROGRAM = 'https://meet.example.com/o2m/get_o2m.php'
const TOKEN = 'A1E311F82FBB4D85B1758E7C555DDC8001'
const programUrl = `${PROGRAM}?key=canary-Xq7`

const text = { type: 'text', label: 'x' } as const
/** A plugin whose links are found by this. */
function known(recognition: Recognition, fields: object = { room: text }): readonly [Plugin, Recognition] {
  const plugin = definePlugin({
    api: 1,
    id: 'example.meet',
    name: 'Meet',
    version: '1.0.0',
    permissions: {},
    account: {},
    target: { name: 'Room', fields: fields as { room: typeof text } },
    recognize: [recognition],
    actions: () => ({}),
  })
  return [plugin, recognition]
}

/** Whether pages put buttons beside a link; as they do it, without what only a browser has. */
function isButton(plugin: Plugin, href: string, settings: object = {}): boolean {
  return (plugin.recognize ?? []).some((recognition) => {
    const found = addressOf(plugin, recognition, { ...settings })
    return found !== undefined && URL.canParse(href) && new RegExp(found.address, 'u').test(new URL(href).href)
  })
}

describe('a room link', () => {
  test.each([
    `${ROOM}?roomID=5678`,
    `${ROOM}?companyID=1&roomID=5678&language=DE`,
    `${ROOM}?roomID=5678#now`,
    `${OTHER_ROOM}?roomID=1&customData=x`,
    'HTTPS://WWW.omnovia.com:443/pages/sc2/roomlogin?roomID=5678',
    `${ROOM}?roomID=5678&x_t=1`,
  ])('%s gets buttons', (href) => {
    expect(isButton(omnovia, href)).toBe(true)
    expect(recognizeLink(omnovia, new URL(href).href)).toHaveProperty('roomId')
  })

  test.each([
    ['names no room', ROOM],
    ['has an empty room', `${ROOM}?roomID=`],
    ['has a room that is none', `${ROOM}?roomID=0`],
    ['has a room with a leading zero', `${ROOM}?roomID=05678`],
    ['has markup for a room', `${ROOM}?roomID=<script>`],
    ['has a room in other digits', `${ROOM}?roomID=５６７８`],
    ['names two rooms', `${ROOM}?roomID=1&roomID=2`],
    ['names the room behind the fragment', `${ROOM}#?roomID=5678`],
    ['names the room in another parameter', `${ROOM}?next=?roomID=5678`],
    ['has the room in a longer name', `${ROOM}?xroomID=5678`],
    ['is signed', `${ROOM}?roomID=5678&_ts=1700000600&_t=0bcbb3f1&_v=1.3`],
    ['is signed first of all', `${ROOM}?_t=0bcbb3f1&roomID=5678`],
    ['is signed in disguise', `${ROOM}?roomID=5678&%5ft=0bcbb3f1`],
    ['is signed by half a parameter', `${ROOM}?roomID=5678&_t`],
    ['is http', `${ROOM.replace('https', 'http')}?roomID=5678`],
    ['is of a longer host', 'https://www.omnovia.com.evil.example/pages/sc2/roomlogin?roomID=5678'],
    ['is of a host that ends alike', 'https://evilwww.omnovia.com/pages/sc2/roomlogin?roomID=5678'],
    ['has user information', 'https://www.omnovia.com@evil.example/pages/sc2/roomlogin?roomID=5678'],
    ['has a user', 'https://joe@www.omnovia.com/pages/sc2/roomlogin?roomID=5678'],
    ['is of another port', 'https://www.omnovia.com:8443/pages/sc2/roomlogin?roomID=5678'],
    ['is of a look-alike host', 'https://www.оmnovia.com/pages/sc2/roomlogin?roomID=5678'],
    ['has the host in its query', `https://evil.example/?u=${ROOM}?roomID=5678`],
    ['goes upwards', `${ROOM}/../../admin?roomID=5678`],
    ['has its path in other letters', `${ROOM.replace('sc2', 'SC2')}?roomID=5678`],
    ['is a script', `javascript:location='${ROOM}?roomID=5678'`],
    ['is longer than any', `${ROOM}?roomID=5678&x=${'y'.repeat(2048)}`],
  ])('one that %s gets none', (_case, href) => {
    expect(isButton(omnovia, href)).toBe(false)
  })
})

describe('a program link', () => {
  const settings = { programUrl }

  test.each([`https://get.netviewer.com/o2m/get_o2m.php?token=${TOKEN}`, `${PROGRAM}?lang=de&token=${TOKEN}`])(
    '%s gets buttons',
    (href) => expect(isButton(netviewer, href, settings)).toBe(true),
  )

  test.each([PROGRAM, `${PROGRAM}/x?token=${TOKEN}`, `${PROGRAM}x?token=${TOKEN}`, `${PROGRAM}?token=`])(
    '%s gets none',
    (href) => expect(isButton(netviewer, href, settings)).toBe(false),
  )

  test("is not looked for at an account's own server where none is set", () => {
    const [own] = netviewer.recognize ?? []
    expect(own && addressOf(netviewer, own, {})).toBeUndefined()
    expect(own && addressOf(netviewer, own, { programUrl: 'not an address' })).toBeUndefined()
  })

  test('tells pages nothing of what stands in the query of the setting', () => {
    const told = JSON.stringify((netviewer.recognize ?? []).map((one) => addressOf(netviewer, one, settings)))
    expect(told).toContain('https://meet.example.com/o2m/get_o2m.php')
    expect(told).not.toContain('canary-Xq7')
  })
})

describe('a device', () => {
  test.each(['https://start.teamviewer.com/124124124', 'teamviewer10://control?device=124124124'])(
    '%s gets buttons',
    (href) => expect(isButton(reach, href)).toBe(true),
  )

  test.each([
    'https://start.teamviewer.com/',
    'https://start.teamviewer.com/124124124/x',
    'https://start.teamviewer.com/de?x=/124124124',
    'teamviewer10://control?device=d124124124',
    'teamviewer10://control',
    'xteamviewer10://control?device=124124124',
  ])('%s gets none', (href) => expect(isButton(reach, href)).toBe(false))
})

describe('a selector', () => {
  test('names the beginning of the address, in any case, and leaves signed links out', () => {
    const found = (omnovia.recognize ?? []).flatMap((recognition) => addressOf(omnovia, recognition, {}) ?? [])
    const incomplete = ':not([href*="?_t="],[href*="&_t="])'
    expect(selectorOf(found)).toBe(`a:is([href^="${ROOM}" i]${incomplete},[href^="${OTHER_ROOM}" i]${incomplete})`)
  })

  test('covers every subdomain, and the host itself', () => {
    const found = addressOf(...known({ href: 'https://*.meet.example/j*', query: { room: 'r' } }), {})
    expect(found?.conditions).toEqual([
      '[href^="https://meet.example/j" i]',
      '[href^="https://" i][href*=".meet.example/j" i]',
    ])
    const address = new RegExp(found?.address ?? '', 'u')
    for (const host of ['meet.example', 'eu.meet.example', 'a.b.meet.example'])
      expect(address.test(`https://${host}/join?r=1`)).toBe(true)
    for (const host of [
      'evilmeet.example',
      'meet.example.evil.example',
      'evil.example/.meet.example',
      'x@meet.example',
    ])
      expect(address.test(`https://${host}/join?r=1`)).toBe(false)
  })

  test('holds nothing that ends its text', () => {
    const found = addressOf(...known({ href: 'https://meet.example/"a\\b*', query: { room: 'r' } }), {})
    expect(found?.conditions).toEqual(['[href^="https://meet.example/\\22 a\\5c b" i]'])
  })

  test('of an app is its scheme', () => {
    const found = addressOf(...known({ href: 'meet:*', query: { room: 'r' } }), {})
    expect(found?.conditions).toEqual(['[href^="meet:" i]'])
  })
})

test('one of several fields is enough where a target needs none of them', () => {
  const optional = { ...text, optional: true }
  const fields = { room: optional, code: optional }
  const [plugin] = known({ href: 'https://meet.example/*', query: { room: 'r', code: 'c' } }, fields)
  expect(['r=1', 'c=1', 'x=1'].map((query) => isButton(plugin, `https://meet.example/?${query}`))).toEqual([
    true,
    true,
    false,
  ])
})

test('forms that do not fit together make no buttons, and break no page', () => {
  const fields = { room: { ...text, pattern: '(?<a>\\d+)' }, code: { ...text, pattern: '(?<a>\\d+)' } }
  const [plugin, recognition] = known({ href: 'https://meet.example/*', query: { room: 'r', code: 'c' } }, fields)
  expect(addressOf(plugin, recognition, {})).toBeUndefined()
})
