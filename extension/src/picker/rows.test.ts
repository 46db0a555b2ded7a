import { describe, expect, test } from 'vitest'
import { candidatesFor, narrowest } from './candidates.ts'
import { pageOf } from './page-fixture.ts'
import { candidatesInRow, rowsAround } from './rows.ts'

function around(html: string, selector: string, places: string) {
  const document = pageOf(html)
  const place = document.querySelector(selector) as Element
  return { place, rows: rowsAround(place, [...document.querySelectorAll(places)], document) }
}

const people = ['Ada', 'Bob', 'Cyd']
const table = `<nav><ul><li>Home</li><li>Contacts</li></ul></nav><table class="people"><thead><tr><th>Name</th></tr></thead><tbody>${people
  .map(
    (name, index) =>
      `<tr class="person" data-id="${index}"><td data-field="name"><a>${name}</a></td><td data-field="mail">x</td></tr>`,
  )
  .join('')}</tbody></table>`

describe('rows', () => {
  test('of a table are its lines, without the head', () => {
    const { rows } = around(table, 'td[data-field="name"]', 'td[data-field="name"]')
    expect(rows).toMatchObject({ count: 3 })
    expect(rows?.selector).toBe('tr[data-id]')
    expect(rows?.row.getAttribute('data-id')).toBe('0')
  })

  test('are lines and not cells, though all cells of a line match', () => {
    const { rows } = around(table, 'td', 'td')
    expect(rows?.row.localName).toBe('tr')
    expect(rows?.count).toBe(3)
  })

  test('are found among plain boxes by what repeats', () => {
    const cards = people.map((name) => `<div class="tile"><div class="inner"><b class="who">${name}</b></div></div>`)
    const { rows } = around(`<main class="board">${cards.join('')}</main><p><b>x</b></p>`, 'b', 'b.who')
    expect(rows?.row.className).toBe('tile')
    expect(rows).toMatchObject({ selector: 'div.tile', count: 3 })
  })

  test('are none where there is one place, and it is in no list', () => {
    expect(around('<main><h1>Ada</h1></main>', 'h1', 'h1').rows).toBeUndefined()
  })

  test('a list of one is a list all the same', () => {
    const one = '<table><tbody><tr class="person"><td class="who">Ada</td></tr></tbody></table>'
    expect(around(one, 'td', 'td').rows).toMatchObject({ selector: 'tr.person', count: 1 })
  })

  test('a place in a row is found from the row alone; of the row itself it is the last child', () => {
    const { place, rows } = around(table, 'td[data-field="name"]', 'td[data-field="name"]')
    const row = rows?.row as Element
    expect(narrowest(candidatesInRow(place, row))?.selector).toBe('[data-field="name"]')
    expect(narrowest(candidatesInRow(row, row))?.selector).toBe('[data-field="mail"]')
    expect(candidatesFor(place, row).some(({ selector }) => selector.includes('tr'))).toBe(false)
  })
})
