/**
 * Shows the page of a fixture that belongs to the address, as a single-page product does.
 *
 * @module
 */
const ownTitle = document.title
const place = document.createElement('div')
place.id = 'fixture'
document.body.append(place)
let shown = []

function show() {
  for (const node of shown) node.remove()
  const template = [...document.querySelectorAll('template[data-address]')].find(isHere)
  document.title = template?.getAttribute('data-title') ?? ownTitle
  const content = template === undefined ? new DocumentFragment() : document.importNode(template.content, true)
  shown = [...content.childNodes]
  const into = template?.getAttribute('data-into')
  const target = into ? document.querySelector(into) : place
  if (target === null) throw new Error(`Nothing is ${into}`)
  target.append(content)
}

// Browsers write some characters of an address in their own way.
function isHere(template) {
  return new URL(template.getAttribute('data-address'), location.href).href === location.href
}

globalThis.fixture = {
  /** Goes to another page of the fixture without loading one. */
  go(address) {
    history.pushState(null, '', address)
    show()
  },
}
addEventListener('popstate', show)
addEventListener('hashchange', show)
show()
