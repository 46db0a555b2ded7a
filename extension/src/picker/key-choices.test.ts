import { describe, expect, test } from 'vitest'
import { choicesForPage, choicesForRows } from './key-choices.ts'
import { pageOf, the } from './page-fixture.ts'

const LIST = 'https://crm.example/contacts'

function rowsIn(html: string): readonly Element[] {
  return [...pageOf(`<table><tbody>${html}</tbody></table>`).querySelectorAll('tr')]
}

describe('for a page', () => {
  test('the address comes first, and facts last', () => {
    const choices = choicesForPage('https://crm.example/contacts/57', undefined, { email: 'ada@example.com' })
    expect(choices).toEqual([
      { source: { from: 'address' }, key: '57', before: '/contacts/', address: { path: '/contacts/{id}' } },
      { source: { from: 'fact', fact: 'email' }, key: 'ada@example.com', before: '', address: { path: '/contacts' } },
    ])
  })

  test('an element that was pointed at offers the ids in its attributes and in those around it', () => {
    const document = pageOf('<main data-record-id="c-57"><h1 id="title" class="c-57">Ada</h1></main>')
    const [first] = choicesForPage('https://crm.example/', the(document, 'h1'), {})
    expect(first).toMatchObject({
      source: { from: 'attribute', attribute: 'data-record-id', selector: 'main[data-record-id]' },
      key: 'c-57',
    })
  })
})

describe('for the rows of a list', () => {
  test('an attribute that differs from row to row is taken, one that is the same in all is not', () => {
    const rows = rowsIn('<tr data-version="12" data-id="1"></tr><tr data-version="12" data-id="2"></tr>')
    expect(choicesForRows(LIST, rows, [{}, {}])).toEqual([
      { source: { from: 'attribute', attribute: 'data-id' }, key: '1', before: '', address: { path: '/contacts' } },
    ])
  })

  test('the first link that leads to a record is offered', () => {
    const link = (id: number) =>
      `<tr><td><a href="/help">?</a></td><td class="who"><a href="https://crm.example/contacts/${id}">Ada</a></td></tr>`
    const [first] = choicesForRows(LIST, rowsIn(link(57) + link(58)).map(withAddresses), [{}, {}])
    expect(first).toMatchObject({
      source: { from: 'link', selector: 'td.who a', address: [{ path: '/contacts/{id}' }] },
      key: '57',
    })
  })

  test('a fact is offered where it tells the rows apart', () => {
    const rows = rowsIn('<tr></tr><tr></tr>')
    const apart = choicesForRows(LIST, rows, [{ email: 'a@example.com' }, { email: 'b@example.com' }])
    expect(apart.map(({ source }) => source)).toEqual([{ from: 'fact', fact: 'email' }])
    expect(choicesForRows(LIST, rows, [{ company: 'Contoso', name: 'Ada' }, { name: 'Ada' }])).toEqual([])
  })
})

// Not known to the test's document: what addresses of links come to.
function withAddresses(row: Element): Element {
  for (const link of row.querySelectorAll('a')) {
    Object.defineProperty(link, 'href', { value: new URL(link.getAttribute('href') ?? '', LIST).href })
  }
  return row
}
