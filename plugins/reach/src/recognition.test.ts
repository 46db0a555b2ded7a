/** Links to a device's TeamViewer client are found in pages (vendors.md 2.5). @module */
import { recognizeLink } from '@joinery/sdk/host'
import { expect, test } from 'vitest'
import reach from './index.ts'

test.each([
  ['https://start.teamviewer.com/124124124', 'r124124124'],
  ['https://start.teamviewer.com/1241241245?lang=de', 'r1241241245'],
  ['teamviewer10://control?device=124124124', 'r124124124'],
])('%s names a device', (link, remotecontrolId) => {
  expect(recognizeLink(reach, link)).toEqual({ remotecontrolId })
})

test.each([
  'https://start.teamviewer.com/',
  'https://start.teamviewer.com/de/124124124',
  'https://start.teamviewer.com/12412412',
  'https://start.teamviewer.com/12412412412',
  'https://start.teamviewer.com.evil.example/124124124',
  'https://www.teamviewer.com/124124124',
  'teamviewer10://control',
])('%s names none', (link) => {
  expect(recognizeLink(reach, link) ?? {}).toEqual({})
})
