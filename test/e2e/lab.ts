/**
 * A page of which a test can make anything, dressed as the demo CRM so that its site rule applies; `/view/…` is of the site
 * that keeps several views in one page, and `/plain` of no known site.
 * @module
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a page says of itself, by which its site is recognised. */
function dressOf(path: string): string {
  if (path === '/plain') return ''
  const name = path.startsWith('/view/') ? 'Joinery Lab of Workspaces' : 'Joinery Demo CRM'
  return `<meta name="application-name" content="${name}">`
}

const html = (
  head: string,
  markup: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Lab</title>
${head}<script src="/lab.js"></script>
<link rel="icon" href="data:,"></head><body><main></main>${markup}</body></html>`

// Runs in the page's own world: makes what the site rule takes for a contact.
const script = `
const make = (name, attributes, ...children) => {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}
const field = (name, text) => make('span', { 'data-field': name }, text)
const title = (key) => make('div', { 'data-slot': 'title' }, make('h1', {}, field('first-name', 'Ada'), ' ', field('last-name', key)))
const contact = (key, element = 'article') => make(element, { 'data-kind': 'contact', 'data-record-id': key }, title(key),
  make('p', { 'data-field': 'email' }, make('a', { href: 'mailto:' + key + '@example.com' }, key + '@example.com')))
const row = (key) => make('tr', { 'data-kind': 'contact', 'data-record-id': key },
  make('td', {}, field('first-name', 'Ada'), ' ', field('last-name', key)), make('td', { 'data-slot': 'actions' }))
// Until our element is there: what the page does next, it does to a mounted button.
const settled = () => new Promise((resolve) => {
  const look = () => (document.querySelector('x-joinery') ? requestAnimationFrame(() => resolve()) : requestAnimationFrame(look))
  look()
})
globalThis.lab = { make, title, contact, row, settled, main: () => document.querySelector('main') }
`

/** The page's helpers, as tests see them inside \`evaluate\`. */
export interface Lab {
  make(name: string, attributes: Readonly<Record<string, string>>, ...children: (Node | string)[]): HTMLElement
  /** The anchor of a contact's record. */
  title(key: string): HTMLElement
  /** A record with its anchor, as an article or a card. */
  contact(key: string, element?: 'article' | 'section'): HTMLElement
  /** A record as a list's row. */
  row(key: string): HTMLElement
  main(): HTMLElement
  /** Resolves when a button of ours stands in the page. */
  settled(): Promise<void>
}

declare global {
  var lab: Lab
}

/** The page's server. */
export interface LabServer {
  readonly origin: string
  /** The address of a page that holds this markup from the start. */
  addressOf(markup: string): string
  close(): Promise<void>
}

/** Starts it on a loopback port. */
export async function startLab(): Promise<LabServer> {
  const markups = new Map<string, string>()
  const server = createServer(({ url = '' }, response) => {
    const isScript = url === '/lab.js'
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' })
    response.end(isScript ? script : html(dressOf(url), markups.get(url) ?? ''))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    addressOf(markup) {
      const path = `/markup/${markups.size}`
      markups.set(path, markup)
      return `${origin}${path}`
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
