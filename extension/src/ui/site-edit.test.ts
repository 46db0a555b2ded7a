import { expect, test } from 'vitest'
import { hostsTyped } from './site-edit.ts'

const typed: readonly [string, readonly string[] | undefined][] = [
  ['crm.example', ['crm.example']],
  [' CRM.example,  support.example;crm.example ', ['crm.example', 'support.example']],
  ['https://crm.example:8443/contacts?id=5', ['crm.example']],
  ['*.crm.example', ['*.crm.example']],
  ['localhost 127.0.0.1', ['localhost', '127.0.0.1']],
  ['müller.example', ['xn--mller-kva.example']],
  ['', []],
  ['*', undefined],
  ['crm.example, not a host!', undefined],
  ['crm.*', undefined],
  ['https://ada@crm.example', undefined],
]
test.each(typed)('“%s” names the hosts %o', (text, hosts) => {
  expect(hostsTyped(text)).toEqual(hosts)
})
