import { expect, test } from 'vitest'
import { reach } from '../../plugins/reach/src/index.ts'
import { recognizeText } from './host.ts'

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
])('in %j REACH finds %j', (text, ids) => {
  expect(recognizeText(reach, text)).toEqual(ids.map((value) => ({ field: 'remotecontrolId', value })))
})

test('a plugin that says nothing finds nothing', () => {
  const { recognizeText: _silent, ...silent } = reach
  expect(recognizeText(silent, '124124124')).toEqual([])
})
