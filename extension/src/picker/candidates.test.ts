import { describe, expect, test } from 'vitest'
import { candidatesFor, narrowest } from './candidates.ts'
import { pageOf, the } from './page-fixture.ts'

/** Selectors with their counts, from broad to narrow. */
function offered(document: Document, selector: string): readonly (readonly [string, number])[] {
  return candidatesFor(the(document, selector), document).map(({ selector, matches }) => [selector, matches.length])
}

const card = (id: string, name: string) => `
  <section class="card css-1q2w3e" data-kind="contact" data-record-id="${id}">
    <header><h2 class="title" data-field="name">${name}</h2><span class="title">since 1843</span></header>
    <p class="mail"><a href="mailto:${id}@example.com">${id}@example.com</a></p>
  </section>`

describe('candidates', () => {
  test('come from broad to narrow, each with another set of matches, and all hold the element', () => {
    const document = pageOf(
      `<main id="contacts">${card('c-1', 'Ada Byron')}</main><aside>${card('c-2', 'Mary Shaw')}</aside>`,
    )
    const element = the(document, '#contacts h2')
    const candidates = candidatesFor(element, document)
    const counts = candidates.map(({ matches }) => matches.length)
    expect(counts).toEqual(counts.toSorted((one, other) => other - one))
    expect(counts[0]).toBeGreaterThan(1)
    expect(counts.at(-1)).toBe(1)
    expect(candidates.every(({ matches }) => matches.includes(element))).toBe(true)
    const sets = candidates.map(({ matches }) =>
      matches.map((match) => match.outerHTML + match.parentElement?.outerHTML).join(),
    )
    expect(new Set(sets).size).toBe(sets.length)
  })

  test('of those that match the same elements, the one that lasts longest is kept', () => {
    const document = pageOf('<h1 id="heading" class="headline" data-testid="record-name" role="heading">Ada Byron</h1>')
    expect(offered(document, 'h1')).toEqual([['[data-testid="record-name"]', 1]])
  })

  const hooks: readonly (readonly [string, string, string])[] = [
    ['an id', '<h1 id="record-title">Ada</h1>', '#record-title'],
    ['a test id before an id', '<h1 id="record-title" data-qa="title">Ada</h1>', '[data-qa="title"]'],
    ['a field’s name', '<p><input name="email"></p><p><input name="phone"></p>', 'input[name="email"]'],
    ['a role with its tag', '<div role="banner">Ada</div><div>Bob</div>', 'div[role="banner"]'],
    ['a class', '<span class="contact-name">Ada</span><span>Bob</span>', 'span.contact-name'],
    [
      'the presence of an attribute whose value is the record’s',
      '<div data-record-id="4711">Ada</div><div></div>',
      'div[data-record-id]',
    ],
    ['a mail link', '<a href="mailto:ada@example.com">ada@example.com</a><a href="/">x</a>', 'a[href^="mailto:"]'],
    ['somebody’s own element', '<crm-title>Ada</crm-title>', 'crm-title'],
    [
      'a named ancestor',
      '<div data-panel="contact"><p><b>Ada</b></p></div><p><b>Bob</b></p>',
      '[data-panel="contact"] b',
    ],
  ]
  test.each(hooks)('go by %s', (_, body, selector) => {
    const document = pageOf(body)
    const element = document.querySelector('h1, input, span, b, a, crm-title, div') as Element
    const target = body.includes('<b>') ? (document.querySelector('b') as Element) : element
    expect(narrowest(candidatesFor(target, document))).toMatchObject({ selector, isFragile: false })
  })

  const random: readonly string[] = [
    'css-1q2w3e4',
    'sc-bdVaJa',
    'jsx-3298471',
    'Header_root__a8Fh2',
    '_3xK9z1',
    'svelte-1abc23x',
    'ember1234',
    'd41d8cd98f00b204',
    'contact-4711',
  ]
  test.each(random)('reject the random class and id %s', (name) => {
    const document = pageOf(`<main><h1 class="${name}" id="${name}" data-key="${name}">Ada</h1><h1>Bob</h1></main>`)
    const all = candidatesFor(document.querySelector('h1') as Element, document)
    expect(all.length).toBeGreaterThan(0)
    expect(all.filter(({ selector }) => selector.includes(name))).toEqual([])
  })

  test('leave alone what comes and goes, and what only says how it looks', () => {
    const document = pageOf(
      '<div class="is-active selected mt-2 d-flex text-bold name">Ada</div><div class="name">Bob</div>',
    )
    const selectors = candidatesFor(document.querySelector('div') as Element, document).map(({ selector }) => selector)
    expect(selectors.join()).toContain('name')
    expect(selectors.join()).not.toMatch(/active|selected|mt-|flex|text-bold/)
  })

  test('do not take what the record says for a name of the page', () => {
    const document = pageOf('<ul><li data-company="Contoso" data-status="open">Contoso</li><li>Fabrikam</li></ul>')
    const selectors = candidatesFor(document.querySelector('li') as Element, document).map(({ selector }) => selector)
    expect(selectors.join()).not.toContain('Contoso')
    expect(selectors).toContain('[data-status="open"]')
  })

  test('never use what a site’s file may not have', () => {
    const rows = Array.from({ length: 6 }, (_, index) => `<tr><td>${index}</td><td><b>x</b></td></tr>`).join('')
    const document = pageOf(`<table><tbody>${rows}</tbody></table>`)
    for (const element of document.querySelectorAll('*')) {
      for (const { selector } of candidatesFor(element, document)) expect(selector).not.toMatch(/nth-|\*=|:has|,/)
    }
  })

  test('say where nothing but the order of tags tells a place', () => {
    const document = pageOf('<div><div><p>Ada</p></div></div><div><p>Bob</p></div>')
    const all = candidatesFor(document.querySelector('div div p') as Element, document)
    expect(narrowest(all)).toMatchObject({ selector: 'div > div > p', isFragile: true })
  })

  test('of a row do not mention the row itself', () => {
    const document = pageOf(`<main>${card('c-1', 'Ada Byron')}${card('c-2', 'Mary Shaw')}</main>`)
    const row = document.querySelector('section') as Element
    const found = candidatesFor(row.querySelector('a') as Element, row)
    expect(narrowest(found)?.selector).toBe('a[href^="mailto:"]')
    expect(found.map(({ selector }) => selector).join()).not.toMatch(/card|contact|record/)
  })

  test('are at most nine, and end with the narrowest', () => {
    const levels = 'abcdefghij'.split('')
    const html = levels.reduce(
      (inner, name) => `<div class="level-${name}">${inner}</div><i class="x">1</i>`,
      '<i class="x">0</i>',
    )
    const document = pageOf(html)
    const element = document.querySelector('i') as Element
    const all = candidatesFor(element, document)
    expect(all.length).toBeLessThanOrEqual(9)
    expect(all.at(-1)?.matches).toEqual([element])
  })

  test('are looked for by fewer selectors the larger the page is, the best first', () => {
    const document = pageOf(`<main id="contacts">${card('c-1', 'Ada Byron')}${card('c-2', 'Mary Shaw')}</main>`)
    const heading = document.querySelector('h2') as Element
    const asked = (elements: number) => {
      let count = 0
      const root = {
        querySelectorAll: (selector: string) => {
          if (selector === '*') return { length: elements }
          count += 1
          return document.querySelectorAll(selector)
        },
      }
      expect(candidatesFor(heading, root as unknown as Document).length).toBeGreaterThan(1)
      return count
    }
    const [small, large, huge] = [asked(20), asked(50_000), asked(2_000_000)]
    expect(small).toBeGreaterThan(large)
    expect(large).toBe(15)
    expect(huge).toBe(6)
  })

  test('a form whose id is one of its inputs is no obstacle', () => {
    const document = pageOf('<form class="user-form"><input name="id" value="27"><input name="name"></form>')
    expect(narrowest(candidatesFor(the(document, 'form'), document))?.selector).toBe('form.user-form')
  })
})
