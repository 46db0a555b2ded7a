/** Which links in a page are rooms of an account's server. */
import { recognizeLink } from '@joinery/sdk/host'
import { expect, test } from 'vitest'
import { jitsi } from './index.ts'

const at = (server: string, link: string) => recognizeLink(jitsi, link, { server })
const ROOT = 'https://meet.example.com/'

test.each([
  ['a room', 'https://meet.example.com/Northwind', 'Northwind'],
  ['a room with settings', 'https://meet.example.com/Northwind#config.startAudioOnly=true', 'Northwind'],
  ['a room beyond ASCII', 'https://meet.example.com/B%C3%B6hme', 'Böhme'],
])('%s is', (_name, link, room) => {
  expect(at(ROOT, link)).toEqual({ room })
})

test.each([
  ['somebody’s own entry', ROOT, 'https://meet.example.com/Northwind?jwt=a.b.c'],
  ['a look-alike host', ROOT, 'https://meet.example.com.evil.example/Northwind'],
  ['a room without encryption', ROOT, 'http://meet.example.com/Northwind'],
  ['the start page', ROOT, 'https://meet.example.com/'],
  ['a file', ROOT, 'https://meet.example.com/config.js'],
  ['a room of a tenant, for an account without one', ROOT, 'https://meet.example.com/acme/Northwind'],
  ['a room of another tenant', 'https://meet.example.com/acme', 'https://meet.example.com/other/Northwind'],
])('%s is not', (_name, server, link) => {
  // Nothing is read, or nothing of a room.
  expect(at(server, link)?.room).toBeUndefined()
})
