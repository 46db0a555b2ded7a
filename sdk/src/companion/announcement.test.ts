import { describe, expect, test } from 'vitest'
import bigbluebutton from '../../../plugins/bigbluebutton/src/index.ts'
import jitsi from '../../../plugins/jitsi/src/index.ts'
import netviewer from '../../../plugins/netviewer/src/index.ts'
import omnovia from '../../../plugins/omnovia/src/index.ts'
import reach from '../../../plugins/reach/src/index.ts'
import webinato from '../../../plugins/webinato/src/index.ts'
import { readAnnouncement } from './announcement.ts'
import { dataHalf } from './data-half.ts'
import { remote } from './remote-fixture.ts'

const announce = (plugin: unknown) => ({ joinery: 1, type: 'announce', plugin })
const data = dataHalf(remote)
const [control] = data.actions.control ?? []

test.each([bigbluebutton, jitsi, netviewer, omnovia, reach, webinato, remote])(
  'the data of $id is read as it is',
  async (plugin) => {
    const given = dataHalf(plugin)
    expect(await readAnnouncement(announce(given))).toEqual({ ok: true, plugin: given })
  },
)

test('what a later version says besides is left out', async () => {
  const later = { ...data, colour: 'red', account: { ...data.account, key: { ...data.account.key, hint: 'x' } } }
  expect(await readAnnouncement(announce(later))).toEqual({ ok: true, plugin: data })
})

describe('refused is', () => {
  const malformed: readonly (readonly [string, unknown, RegExp])[] = [
    ['nothing', undefined, /no message/],
    ['a text', 'announce', /no message/],
    ['an envelope whose version is inherited', Object.create(announce(data)), /no message/],
    ['a reply', { ...announce(data), type: 'ran' }, /message\.type/],
    ['no plugin', { joinery: 1, type: 'announce' }, /without plugin/],
    ['a list', announce([data]), /no object/],
    ['an id that is no domain', announce({ ...data, id: 'remote' }), /reversed domain/],
    ['an id with markup', announce({ ...data, id: 'example.<b>' }), /reversed domain/],
    ['a name over several lines', announce({ ...data, name: 'Remote\nTrusted by your browser' }), /name/],
    ['a name that is huge', announce({ ...data, name: 'x'.repeat(501) }), /name/],
    ['a script as what it opens', announce({ ...data, permissions: { open: ['javascript:*'] } }), /not of a form/],
    ['every address as what it opens', announce({ ...data, permissions: { open: ['https://*/*'] } }), /not of a form/],
    ['a pattern of a setting that is none', announce({ ...data, permissions: { open: ['{account.x}/*'] } }), /names x/],
    ['a field of an unknown type', announce({ ...data, account: { a: { type: 'html', label: 'A' } } }), /account\.a/],
    [
      'a field called like what objects have',
      announce({ ...data, account: { toString: data.account.key } }),
      /no name/,
    ],
    ['no action', announce({ ...data, actions: {} }), /no action/],
    ['an action without alternatives', announce({ ...data, actions: { control: [] } }), /no alternative/],
    [
      'a fact that is none',
      announce({ ...data, actions: { control: [{ ...control, needs: ['password'] }] } }),
      /needs/,
    ],
    ['a function', announce({ ...data, actions: { control: [{ ...control, build: () => 0 }] } }), /a function/],
    ['a regular expression that is none', announce(withText('(')), /no regular expression/],
    ['a regular expression that is huge', announce(withText(`(${'a'.repeat(300)})`)), /recognizeText/],
    ['a regular expression that explodes', announce(withText('((a+)+)b')), /too slow/],
    ['more than fits', announce({ ...data, extra: 'x'.repeat(300_000) }), /too large/],
    ['an own __proto__', JSON.parse(JSON.stringify(announce(data)).replace('{', '{"__proto__":{},')), /__proto__/],
  ]
  test.each(malformed)('%s', async (_name, message, detail) => {
    const answer = await readAnnouncement(message)
    expect(answer).toEqual({ ok: false, state: 'malformed', detail: expect.stringMatching(detail) })
  })

  test.each([
    ['an envelope that is newer', { ...announce(data), joinery: 2 }, 'host-too-old'],
    ['an envelope that is older', { ...announce(data), joinery: 0 }, 'companion-too-old'],
    ['a contract that is newer', announce({ ...data, api: 2, actions: 'of a form not known here' }), 'host-too-old'],
    ['a contract that is older', announce({ ...data, api: 0 }), 'companion-too-old'],
  ])('%s, and which side is to be updated is told', async (_name, message, state) => {
    expect(await readAnnouncement(message)).toMatchObject({ ok: false, state })
  })
})

function withText(text: string) {
  return { ...data, recognizeText: [{ text, field: 'device' }] }
}
