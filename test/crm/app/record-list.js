/** The table that all three lists share: search, sorting, and "load more", which appends. @module */
import { load } from './api.js'
import { element, setAttributes } from './dom.js'
import { icon } from './icons.js'

const COUNT = new Intl.NumberFormat('en')

/**
 * A view for the router.
 *
 * @param list - `{ name, heading, hint, columns: [{ label, sort?, name }], row(record) }`; `row` gives the row's element
 */
export function recordList(list) {
  return {
    load: ({ query, signal }) => load(address(list.name, query), signal),
    show: (page, { signal }) => ({ title: list.heading, ...showList(list, page, signal) }),
  }
}

const address = (name, query) => `/api/${name}?${new URLSearchParams(query)}`

function showList(list, firstPage, life) {
  let query = new URLSearchParams(location.search)
  let page = firstPage
  let loading = new AbortController()

  const count = element('p', { class: 'list-count', 'aria-live': 'polite' })
  const search = element('input', {
    type: 'search',
    'aria-label': `Search ${list.name}`,
    placeholder: list.hint,
    autocomplete: 'off',
    value: query.get('query') ?? '',
  })
  const body = element('tbody')
  const headings = list.columns.map(heading)
  const more = element('button', { type: 'button', class: 'button' }, 'Load more')
  const nothing = element('p', { class: 'list-nothing' }, 'Nothing matches this search.')
  const table = element(
    'table',
    { class: 'records', 'data-list': list.name },
    element('thead', {}, element('tr', {}, headings)),
    body,
  )

  function heading({ label, sort, name }) {
    if (sort === undefined)
      return element('th', { scope: 'col', 'data-column': name }, element('span', { class: 'hidden' }, label))
    const button = element('button', { type: 'button', 'data-sort': sort }, label)
    button.addEventListener('click', () => sortBy(sort), { signal: life })
    return element('th', { scope: 'col', 'data-column': name }, button)
  }

  function sortBy(sort) {
    const reverse = query.get('sort') === sort && query.get('direction') !== 'descending'
    query.set('sort', sort)
    if (reverse) query.set('direction', 'descending')
    else query.delete('direction')
    startAgain()
  }

  /** The address says what is shown, without a step of its own in the history. */
  async function startAgain() {
    history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}`)
    const answer = await request(query)
    if (answer === undefined) return
    body.replaceChildren(...answer.items.map(list.row))
    describe(answer)
  }

  async function appendPage() {
    const answer = await request(new URLSearchParams([...query, ['page', String(page.page + 1)]]))
    if (answer === undefined) return
    body.append(...answer.items.map(list.row))
    describe(answer)
  }

  /** The next answer; undefined when another request or another view has taken over. */
  async function request(parameters) {
    loading.abort()
    loading = new AbortController()
    const signal = AbortSignal.any([loading.signal, life])
    try {
      return await load(address(list.name, parameters), signal)
    } catch (error) {
      if (!signal.aborted) count.textContent = error.message
    }
  }

  function describe(answer) {
    page = answer
    const shown = body.childElementCount
    count.textContent = `${COUNT.format(shown)} of ${COUNT.format(page.total)} ${list.name}`
    more.hidden = !page.more
    table.hidden = shown === 0
    nothing.hidden = shown > 0
    for (const cell of headings) {
      const sort = cell.querySelector('button')?.dataset.sort
      const direction = query.get('direction') === 'descending' ? 'descending' : 'ascending'
      setAttributes(cell, { 'aria-sort': sort !== undefined && sort === query.get('sort') && direction })
    }
  }

  search.addEventListener(
    'input',
    () => {
      query = new URLSearchParams([...query].filter(([name]) => name !== 'query'))
      if (search.value !== '') query.set('query', search.value)
      startAgain()
    },
    { signal: life },
  )
  more.addEventListener('click', appendPage, { signal: life })
  body.append(...page.items.map(list.row))
  describe(page)

  return {
    node: element(
      'section',
      { class: 'list' },
      element(
        'header',
        { class: 'list-header' },
        element('h1', {}, list.heading),
        count,
        element('label', { class: 'search' }, icon('search'), search),
      ),
      element('div', { class: 'card list-card' }, table, nothing),
      element('div', { class: 'list-more' }, more),
    ),
  }
}
