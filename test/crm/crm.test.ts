import { readdir, readFile } from 'node:fs/promises'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Contact } from './data.ts'
import { type Crm, startCrm } from './server.ts'

let crm: Crm
beforeAll(async () => {
  crm = await startCrm()
})
afterAll(() => crm.close())

const get = (path: string) => fetch(crm.origin + path)
const getJson = async (path: string) => (await get(path)).json()
const patch = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(crm.origin + path, { method: 'PATCH', body, headers: { 'Content-Type': 'application/json', ...headers } })

/** Sends a path as it is; `fetch` would resolve its dots first. */
function getRaw(path: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(crm.origin, { path }, async (response) => {
      let text = ''
      for await (const chunk of response) text += chunk
      resolve({ status: response.statusCode ?? 0, text })
    })
    sent.on('error', reject)
    sent.end()
  })
}

test('gives contacts in pages of 50 and says whether there are more', async () => {
  const first = await getJson('/api/contacts')
  expect(first.items.map(({ id }: Contact) => id).slice(0, 2)).toEqual(['c-1001', 'c-1002'])
  expect(first).toMatchObject({ page: 1, total: 1_240, more: true })
  expect(first.items).toHaveLength(50)
  const last = await getJson('/api/contacts?page=25')
  expect(last).toMatchObject({ more: false })
  expect(last.items).toHaveLength(40)
})

test.each([
  ['zoe obrien', []],
  ["zoe o'brien", ['c-1001']],
  ['ZOË ANN', ['c-1001']],
  ['שרה כהן', ['c-1003']],
  ['山田 花子', ['c-1006']],
  ['jane.doe@example.com', ['c-1002']],
])('finds by %s', async (query, ids) => {
  const { items } = await getJson(`/api/contacts?query=${encodeURIComponent(query)}`)
  expect(items.map(({ id }: Contact) => id)).toEqual(ids)
})

test('sorts both ways, and by nothing that is no column', async () => {
  const companies = async (direction: string): Promise<string[]> =>
    (await getJson(`/api/companies?sort=name&direction=${direction}`)).items.map(({ name }: { name: string }) => name)
  const up = await companies('ascending')
  expect(up).toEqual([...up].sort(new Intl.Collator('en').compare))
  expect((await companies('descending'))[0]).not.toBe(up[0])
  expect((await getJson('/api/contacts?sort=constructor')).items[0].id).toBe('c-1001')
})

test('gives a contact with its neighbours, cases and activity', async () => {
  const answer = await getJson('/api/contacts/c-1002')
  expect(answer).toMatchObject({ contact: { firstName: 'Jane' }, previous: 'c-1001', next: 'c-1003', position: 2 })
  expect(answer.cases.map(({ id }: { id: string }) => id)).toContain('k-2001')
  expect(answer.activity.length).toBeGreaterThanOrEqual(3)
  expect(await getJson('/api/contacts/c-1001')).not.toHaveProperty('previous')
})

test('points to a room in one activity and one draft', async () => {
  const link = 'https://www.omnovia.com/pages/sc2/room_login.php?roomID=5678'
  const { activity, draft } = await getJson('/api/contacts/c-1007')
  expect([activity[0].link, draft.link]).toEqual([link, link])
  const { activity: others, ...other } = await getJson('/api/contacts/c-1002')
  expect([JSON.stringify(others).includes('http'), 'draft' in other]).toEqual([false, false])
})

test('gives a company with its people, and a case with its contact', async () => {
  const company = await getJson('/api/companies/a-3002')
  expect(company.company.name).toBe('Contoso')
  expect(company.contacts.map(({ id }: Contact) => id)).toContain('c-1002')
  expect(await getJson('/api/cases/k-2001')).toMatchObject({ contactId: 'c-1002', contact: 'Jane Doe' })
})

test.each(['/api/contacts/c-9999', '/api/contacts/x', '/api/companies/c-1001', '/api/nothing', '/api/'])(
  'answers 404 as JSON for %s',
  async (path) => {
    const response = await get(path)
    expect(response.status).toBe(404)
    expect(await response.json()).toHaveProperty('error')
  },
)

test('keeps an edit, also one that looks like markup, and forgets it with the server', async () => {
  const firstName = '<img src=x onerror=alert(1)>'
  const other = await startCrm()
  try {
    const response = await fetch(`${other.origin}/api/contacts/c-1010`, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ firstName, email: '' }),
    })
    expect(response.status).toBe(200)
    const { contact } = await (await fetch(`${other.origin}/api/contacts/c-1010`)).json()
    expect(contact.firstName).toBe(firstName)
    expect(contact).not.toHaveProperty('email')
    const page = await (await fetch(`${other.origin}/contacts/c-1010`)).text()
    expect(page).not.toContain('onerror')
  } finally {
    await other.close()
  }
  expect((await getJson('/api/contacts/c-1010')).contact).toHaveProperty('email')
})

test.each([
  ['not JSON', '{', 400],
  ['no object', '[]', 400],
  ['a field that cannot be set', '{"id":"c-1"}', 400],
  ['a value that is no text', '{"city":1}', 400],
  ['a value that is too long', JSON.stringify({ city: 'x'.repeat(201) }), 400],
  ['no name left', '{"firstName":" ","lastName":""}', 400],
  ['a body without end', JSON.stringify({ city: 'x'.repeat(20_000) }), 413],
])('refuses an edit: %s', async (_what, body, status) => {
  const response = await patch('/api/contacts/c-1011', body)
  expect(response.status).toBe(status)
  expect(await response.json()).toHaveProperty('error')
})

test('refuses an edit that another site sends, or that a form could send', async () => {
  expect((await patch('/api/contacts/c-1011', '{}', { Origin: 'https://example.org' })).status).toBe(403)
  expect((await patch('/api/contacts/c-1011', '{}', { 'Content-Type': 'text/plain' })).status).toBe(415)
  expect((await patch('/api/contacts/c-1011', '{}', { Origin: crm.origin })).status).toBe(200)
})

test('says which methods are allowed', async () => {
  const response = await fetch(`${crm.origin}/api/cases/k-2001`, {
    method: 'DELETE',
    headers: { 'Content-Type': 'application/json' },
  })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe('GET, HEAD')
  expect((await fetch(`${crm.origin}/contacts`, { method: 'POST' })).status).toBe(405)
})

test.each(['/', '/contacts', '/contacts/c-1001', '/companies/a-3001', '/cases/k-2001?x=1'])(
  'gives the page for the address %s',
  async (path) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(await response.text()).toContain('<meta name="application-name" content="Joinery Demo CRM">')
  },
)

test.each(['/contacts', '/app/main.js', '/api/contacts', '/nothing'])('sends strict headers with %s', async (path) => {
  const { headers } = await get(path)
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  )
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
})

test.each([
  '/app/../server.ts',
  '/app/%2e%2e/server.ts',
  '/app/..%2fserver.ts',
  '/app/..%5cserver.ts',
  '/app/../../../../../../../../etc/passwd',
  '//app/../server.ts',
  '/app/',
  '/server.ts',
  '/contacts/../app/../server.ts',
])('gives no file outside the front end: %s', async (path) => {
  const { status, text } = await getRaw(path)
  expect(status).toBe(404)
  expect(text).toBe('There is no such page.\n')
})

test('survives an address that is none', async () => {
  expect((await getRaw('http://[')).status).toBeGreaterThanOrEqual(400)
  expect((await get('/contacts')).status).toBe(200)
})

test('has nothing inline in its page and builds no markup from text', async () => {
  const folder = new URL('./app/', import.meta.url)
  const page = await readFile(new URL('index.html', folder), 'utf8')
  expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/)
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(10)
  for (const name of scripts) {
    const source = await readFile(new URL(name, folder), 'utf8')
    expect(source, name).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/)
  }
})
