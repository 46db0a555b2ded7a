import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRollouts } from './rollout.ts'

const GUID = '{8c4fa1a7-9d1c-41e9-be17-70e95c289080}'
const PLAIN = GUID.slice(1, -1)
const KEY = 'k3y/With+signs='
const device = { remotecontrolId: '124124124', requestId: GUID, rolloutKey: KEY }

test.each([
  ['a device’s own file', `124124124,${GUID},${KEY}`],
  ['with the key first', `124124124,${KEY},${GUID}\r\n`],
  ['with an empty field', `124124124,,${GUID},${KEY}`],
  ['with semicolons', `124124124;${GUID};${KEY}`],
  ['JSON', JSON.stringify(device)],
  ['a list in JSON', JSON.stringify([device])],
  ['a list within an object', JSON.stringify({ devices: [device] })],
  ['CSV with names', `rolloutKey,request_id,Remotecontrol-ID\r\n${KEY},${GUID},124124124\r\n`],
  ['CSV with quotes', `"TeamViewer ID","Request ID","Rollout Key"\n"124124124","${GUID}","${KEY}"`],
  ['a mark at its start', `\ufeff124124124,${GUID},${KEY}`],
])('%s is understood', (_name, text) => {
  expect(readRollouts(text)).toEqual([device])
})

test('lists hold many devices, with their names, companies and control types', () => {
  const text = `id;request id;rollout key;name;company;control type
124124124;${PLAIN};${KEY};"Till; ""left""";Contoso;attended

124124125;${PLAIN};${KEY};;;`
  expect(readRollouts(text)).toEqual([
    { ...device, requestId: PLAIN, label: 'Till; "left"', company: 'Contoso', controlType: 'attended' },
    { ...device, requestId: PLAIN, remotecontrolId: '124124125' },
  ])
})

test('several rollout files may stand below each other', () => {
  expect(readRollouts(`124124124,${GUID},${KEY}\n124124125,${KEY},${GUID}`).map((one) => one.remotecontrolId)).toEqual([
    '124124124',
    '124124125',
  ])
})

test('what is missing is left empty for the user to add', () => {
  expect(readRollouts('124124124')).toEqual([{ remotecontrolId: '124124124', requestId: '', rolloutKey: '' }])
})

test.each(['', '   ', 'just a text', '[1, 2]', '{"a": [1]}', '# comment, with commas'])(
  '%j holds no device',
  (text) => {
    expect(readRollouts(text)).toEqual([])
  },
)

test('no text makes it fail, and every value comes from the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      for (const rollout of readRollouts(`124124124,${text}`)) {
        for (const value of Object.values(rollout)) expect(typeof value).toBe('string')
      }
    }),
  )
})
