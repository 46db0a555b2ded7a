import { expect, test } from 'vitest'
import type { PageRecord } from '../page-messages.ts'
import { selectedPerson } from './selected-person.ts'

test.each([
  ['ada@contoso.example', { email: 'ada@contoso.example' }],
  [' Ada  Byron\n', { name: 'Ada Byron' }],
  ['Ada Byron <ada@contoso.example>', { name: 'Ada Byron', email: 'ada@contoso.example' }],
  ['"Byron, Ada" (ada.b+crm@mail.contoso.example);', { name: 'Byron Ada', email: 'ada.b+crm@mail.contoso.example' }],
  ['ada@contoso.example, ada@contoso.example', { email: 'ada@contoso.example' }],
])('%j names somebody', (text, facts) => {
  expect(selectedPerson(text)).toEqual({ kind: 'selection', key: '', facts })
})

test.each([
  '',
  ' \n ',
  '<>,;',
  'ada@contoso.example bob@contoso.example',
  'Thank you for your call of last Monday about the printer',
])('%j names nobody', (text) => expect(selectedPerson(text)).toBeUndefined())

const shown: PageRecord = {
  kind: 'contact',
  key: 'c-1',
  facts: { firstName: 'Ada', lastName: 'Byron', email: 'Ada@Contoso.example' },
}

test.each(['ada@contoso.EXAMPLE', 'ADA BYRON', 'Ada Byron <ada@contoso.example>'])(
  '%j is whom the page shows',
  (text) => expect(selectedPerson(text, shown)).toBe(shown),
)

test.each(['Ada Byron <ada@northwind.example>', 'Ada Lovelace', 'bob@contoso.example'])('%j is somebody else', (text) =>
  expect(selectedPerson(text, shown)?.kind).toBe('selection'),
)
