/** A small CRM that Joinery knows nothing of: a list, and records that follow each other in one document. @module */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A person of that CRM. */
export interface Client {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly company: string
}

/** Everybody whom it knows. */
export const clients: readonly Client[] = [
  { id: '4711', name: 'Ada Byron', email: 'ada@engines.example', phone: '+44 20 7946 0001', company: 'Engines Ltd' },
  { id: '4712', name: 'Mary Shaw', email: 'mary@mills.example', phone: '+44 20 7946 0002', company: 'Mills & Sons' },
  { id: '4713', name: 'Carl Weber', email: 'carl@weber.example', phone: '+49 30 901820', company: 'Weber GmbH' },
]

// Class names as style libraries make them stand beside those that people chose. Every listener that a page may have is
// there before anything else, on the window itself.
const script = `
const clients = ${JSON.stringify(clients)}
globalThis.heard = []
for (const type of ['pointerdown', 'pointerup', 'pointermove', 'mousedown', 'mouseup', 'mousemove', 'click', 'dblclick', 'contextmenu',
  'keydown', 'keypress', 'keyup', 'input', 'beforeinput', 'focusin', 'wheel', 'touchstart']) {
  addEventListener(type, (event) => heard.push(type + ' ' + event.target.localName), true)
}
const make = (name, attributes, ...children) => {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}
const field = (name, content) => make('div', { class: 'field css-1x2y3z', 'data-field': name },
  make('span', { class: 'label' }, name), make('span', { class: 'reading' }, content))
const record = (client) => make('main', { class: 'sc-bdVaJa page', id: 'contact-' + client.id },
  make('header', { class: 'css-9k8j7h' }, make('h1', { class: 'Title_root__a8Fh2 headline' }, client.name)),
  make('section', { class: 'details' },
    field('email', make('a', { href: 'mailto:' + client.email }, client.email)),
    field('phone', make('a', { href: 'tel:' + client.phone.replaceAll(' ', '') }, client.phone)),
    field('company', make('b', {}, client.company))))
const row = (client) => make('tr', { class: 'line css-5t6r7e', 'data-id': client.id },
  make('td', { class: 'who' }, make('a', { href: '/clients/' + client.id }, client.name)),
  make('td', { class: 'mail' }, client.email), make('td', { class: 'firm' }, client.company))
const list = () => make('main', { class: 'sc-bdVaJa page' }, make('h1', { class: 'headline' }, 'Clients'),
  make('table', { class: 'list' }, make('thead', {}, make('tr', {}, make('th', {}, 'Name'), make('th', {}, 'E-mail'), make('th', {}, 'Company'))),
    make('tbody', {}, ...clients.map(row))))
const render = () => {
  const [, , id] = location.pathname.split('/')
  const client = clients.find((candidate) => candidate.id === id)
  document.title = client ? client.name + ' | Ledger' : 'Ledger'
  document.querySelector('#app').replaceChildren(
    make('nav', { class: 'top' }, make('ul', {}, ...['Home', 'Clients', 'Reports'].map((name) => make('li', {}, make('a', { href: '/clients' }, name))))),
    client ? record(client) : list(),
    make('button', { id: 'next', type: 'button' }, 'Next record'))
}
const go = (path) => { history.pushState(null, '', path); render() }
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="/"]')
  if (link) { event.preventDefault(); go(link.getAttribute('href')) }
  if (event.target.id !== 'next') return
  const at = clients.findIndex(({ id }) => location.pathname.endsWith(id))
  go('/clients/' + clients[(at + 1) % clients.length].id)
})
addEventListener('popstate', render)
render()
`

const style = `
body { margin: 0; font: 15px/1.5 "Liberation Sans", sans-serif; color: #222; background: #f7f7f8; }
.top ul { display: flex; gap: 24px; margin: 0; padding: 12px 24px; list-style: none; background: #26324a; }
.top a { color: #fff; text-decoration: none; }
main { max-width: 760px; margin: 24px; padding: 24px; background: #fff; border: 1px solid #ddd; border-radius: 6px; }
h1 { display: inline-block; margin: 0 0 12px; font-size: 24px; }
.field { display: flex; gap: 16px; padding: 6px 0; } .label { width: 90px; color: #777; }
table { border-collapse: collapse; width: 100%; } th, td { padding: 8px 12px; border-bottom: 1px solid #e5e5e5; text-align: start; }
#next { margin: 0 24px; }
@media (prefers-color-scheme: dark) { body { background: #17181b; color: #e6e6e6; } main { background: #202226; border-color: #3a3d42; } th, td { border-color: #34373c; } }
`

const html = (direction: string) => `<!doctype html><html lang="en" dir="${direction}"><head><meta charset="utf-8">
<title>Ledger</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/style.css"></head><body><div id="app"></div><script src="/script.js"></script></body></html>`

// Nothing but the page's own files: our panel has to work all the same.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src 'none'; require-trusted-types-for 'script'"

/** Starts it on a loopback port; `?rtl` writes from right to left. */
export async function startPickerCrm(): Promise<{ readonly origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const [path = '', query = ''] = (request.url ?? '').split('?')
    const [type, body] =
      path === '/script.js'
        ? ['text/javascript', script]
        : path === '/style.css'
          ? ['text/css', style]
          : ['text/html', html(query === 'rtl' ? 'rtl' : 'ltr')]
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'content-security-policy': POLICY })
    response.end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
