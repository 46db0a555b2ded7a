/** The demo CRM's JSON interface: a request in, an answer out, nothing of HTTP's streams. @module */
import { type ContactEdit, EDITABLE, type ListQuery, type Store } from './store.ts'

const LONGEST_VALUE = 200
const LONGEST_SEARCH = 100
const RECORD = /^\/api\/(contacts|companies|cases)\/([a-z]-\d{1,8})$/
const LIST = /^\/api\/(contacts|companies|cases)$/

/** A request, as far as the interface cares. */
export type ApiRequest = { readonly method: string; readonly url: URL; readonly body: string }
/** Its answer; `value` goes out as JSON. */
export type ApiAnswer = { readonly status: number; readonly value: unknown; readonly allow?: string }

/** Answers one request. */
export function answerApi(store: Store, { method, url, body }: ApiRequest): ApiAnswer {
  const { pathname, searchParams } = url
  const record = RECORD.exec(pathname)
  if (record !== null && record[1] === 'contacts' && method === 'PATCH') return edit(store, record[2] ?? '', body)
  const value = read(store, pathname, searchParams)
  if (value === undefined) return { status: 404, value: { error: 'There is no such record.' } }
  if (method === 'GET' || method === 'HEAD') return { status: 200, value }
  const allow = record?.[1] === 'contacts' ? 'GET, HEAD, PATCH' : 'GET, HEAD'
  return { status: 405, value: { error: `Allowed here: ${allow}.` }, allow }
}

function read(store: Store, pathname: string, parameters: URLSearchParams): unknown {
  if (pathname === '/api/recent') return store.recent()
  const query = listQuery(parameters)
  switch (LIST.exec(pathname)?.[1]) {
    case 'contacts':
      return store.contacts(query)
    case 'companies':
      return store.companies(query)
    case 'cases':
      return store.cases(query)
  }
  const [, kind, id = ''] = RECORD.exec(pathname) ?? []
  switch (kind) {
    case 'contacts':
      return store.contact(id)
    case 'companies':
      return store.company(id)
    case 'cases':
      return store.case(id)
  }
  return undefined
}

function listQuery(parameters: URLSearchParams): ListQuery {
  const page = Number(parameters.get('page') ?? 1)
  return {
    query: (parameters.get('query') ?? '').slice(0, LONGEST_SEARCH),
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    sort: parameters.get('sort') ?? '',
    descending: parameters.get('direction') === 'descending',
  }
}

function edit(store: Store, id: string, body: string): ApiAnswer {
  const change = readEdit(body)
  if (typeof change === 'string') return { status: 400, value: { error: change } }
  const contact = store.editContact(id, change)
  if (contact === undefined) return { status: 404, value: { error: 'There is no such record.' } }
  return { status: 200, value: { contact } }
}

/** The fields to set, or the sentence that says what is wrong. */
function readEdit(body: string): ContactEdit | string {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return 'The body is not JSON.'
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'The body must be an object.'
  const entries: [string, string][] = []
  for (const [field, text] of Object.entries(value)) {
    if (!EDITABLE.some((editable) => editable === field)) return `${field}: cannot be set.`
    if (typeof text !== 'string') return `${field}: must be a text.`
    if (text.length > LONGEST_VALUE) return `${field}: at most ${LONGEST_VALUE} characters.`
    entries.push([field, text.trim()])
  }
  const change: ContactEdit = Object.fromEntries(entries)
  if (change.firstName === '' && change.lastName === '') return 'A contact needs a first name or a last name.'
  return change
}
