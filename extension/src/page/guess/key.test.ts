import { expect, test } from 'vitest'
import { idOfAddress } from './key.ts'

test.each([
  ['/contacts/4711', '4711'],
  ['/contacts/4711/edit', '4711'],
  ['/contacts/4711/deals/12', '12'],
  ['/contacts/77/record/0-1/512', '512'],
  ['/people/3f2b8a9c-1111-4222-8333-94f5a6b7c8d9', '3f2b8a9c-1111-4222-8333-94f5a6b7c8d9'],
  ['/v/507f1f77bcf86cd799439011/notes', '507f1f77bcf86cd799439011'],
  ['/lead/lead_9XkQ2mZ4', 'lead_9XkQ2mZ4'],
  ['/r/Contact/0035g00000AbCdEAAV/view', '0035g00000AbCdEAAV'],
  ['/web#id=8&menu_id=111&model=res.partner', '8'],
  ['/#Contact/view/65f1a2b3c4d5e6f70', '65f1a2b3c4d5e6f70'],
  ['/#model/party.party/2;name="Party"&views=[3]', '2'],
  ['/dashboard/12#/table?rowId=1', '1'],
  ['/index.php?module=Contacts&view=Detail&record=3', '3'],
  ['/index.pl?Action=Zoom;TicketID=21', '21'],
  ['/view?reset=1&cid=204', '204'],
  ['/Ada-Byron-1f2e3d4c5b6a79808182838485868788', '1f2e3d4c5b6a79808182838485868788'],
])('%s names the record %s', (address, id) => {
  expect(idOfAddress(`https://crm.example${address}`)).toBe(id)
})

test.each([
  '/contacts',
  '/contacts/new',
  '/people/ada',
  '/?page=2',
  '/?q=4711',
  '/contacts#notes',
  '/list?menu_id=4&view_id=5',
  '/view?cid=204&pid=7',
])('%s names no record', (address) => {
  expect(idOfAddress(`https://crm.example${address}`)).toBeUndefined()
})

test('what is no address names nothing', () => {
  expect(idOfAddress('not an address')).toBeUndefined()
})
