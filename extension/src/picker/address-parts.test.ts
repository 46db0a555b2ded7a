import { describe, expect, test } from 'vitest'
import { matchAddress } from '../sites/address.ts'
import { addressParts, pageLike } from './address-parts.ts'
import { widened } from './widen-address.ts'

describe('the part that is the id', () => {
  // Addresses as the products' public documents show them, with other numbers.
  const best: readonly (readonly [string, string, object])[] = [
    ['https://crm.example/contacts/57', '57', { path: '/contacts/{id}' }],
    ['https://crm.example/contacts/c-1002/activity', 'c-1002', { path: '/contacts/{id}' }],
    ['https://crm.example/o/4711/people/57', '57', { path: '/o/*/people/{id}' }],
    [
      'https://crm.example/lightning/r/Contact/0035g00000XyZabAAF/view',
      '0035g00000XyZabAAF',
      { path: '/lightning/r/Contact/{id}' },
    ],
    [
      'https://crm.example/index.php?module=Contacts&view=Detail&record=3&page=2',
      '3',
      { path: '/index.php', query: { module: 'Contacts', view: 'Detail', record: '{id}' } },
    ],
    ['https://crm.example/#Contact/view/6543210abcdef', '6543210abcdef', { hash: 'Contact/view/{id}' }],
    [
      'https://crm.example/web#id=8&menu_id=112&action=144&model=res.partner&view_type=form',
      '8',
      { path: '/web', hashQuery: { id: '{id}', model: 'res.partner', view_type: 'form' } },
    ],
    ['https://crm.example/User/Summary.html?id=27', '27', { path: '/User/Summary.html', query: { id: '{id}' } }],
    ['https://crm.example/people/ada-byron', 'ada-byron', { path: '/people/{id}' }],
  ]
  test.each(best)('of %s is %s', (address, id, pattern) => {
    const [part] = addressParts(address)
    expect(part).toMatchObject({ id, pattern })
    expect(matchAddress([part?.pattern ?? {}], address)).toEqual({ id })
  })

  test('may be chosen among all that could be it', () => {
    const parts = addressParts('https://crm.example/accounts/12/contacts/57?tab=3')
    expect(parts.map(({ before, id }) => before + id)).toEqual(['/accounts/12/contacts/57', '/accounts/12', '?tab=3'])
    expect(parts[1]?.pattern).toEqual({ path: '/accounts/{id}' })
  })

  test('is none where the address names nothing', () => {
    expect(addressParts('https://crm.example/')).toEqual([])
    expect(addressParts('not an address')).toEqual([])
  })
})

describe('pages like this one', () => {
  test.each([
    ['https://crm.example/contacts?page=2', { path: '/contacts' }],
    ['https://crm.example/teams/7/contacts', { path: '/teams/*/contacts' }],
    [
      'https://crm.example/index.php?module=Contacts&view=List',
      { path: '/index.php', query: { module: 'Contacts', view: 'List' } },
    ],
    ['https://crm.example/#Contact', { hash: 'Contact' }],
    ['https://crm.example/', undefined],
    ['https://crm.example/57', undefined],
  ])('of %s are known by %o', (address, pattern) => {
    expect(pageLike(address)).toEqual(pattern)
  })
})

describe('a pattern that is widened', () => {
  test('fits both records', () => {
    const first = 'https://crm.example/sales/contacts/57'
    const [part] = addressParts(first)
    const wider = widened(part?.pattern ?? {}, 'https://crm.example/support/contacts/58')
    expect(wider).toEqual({ path: '/*/contacts/{id}' })
    expect(matchAddress([wider ?? {}], first)).toEqual({ id: '57' })
  })

  test('loses the parameters that differ', () => {
    const pattern = { path: '/web', hashQuery: { id: '{id}', model: 'res.partner', view_type: 'form' } }
    expect(widened(pattern, 'https://crm.example/web#id=9&model=res.partner&view_type=list')).toEqual({
      path: '/web',
      hashQuery: { id: '{id}', model: 'res.partner' },
    })
  })

  test('stays as it is where it fits already', () => {
    expect(widened({ path: '/contacts/{id}' }, 'https://crm.example/contacts/9')).toEqual({ path: '/contacts/{id}' })
  })

  test('is none where the other page has no id there', () => {
    expect(widened({ path: '/contacts/{id}' }, 'https://crm.example/settings')).toBeUndefined()
    expect(widened({ query: { id: '{id}' } }, 'https://crm.example/settings')).toBeUndefined()
  })
})
