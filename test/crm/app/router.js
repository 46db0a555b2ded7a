/**
 * Which view stands in the workspace. Records are loaded first; then, in one task, the address changes and the view is
 * shown. A view that is there already and can `update` keeps its elements.
 *
 * A view is `{ load({ id, query, signal }), show(data, { signal }) }`; `show` gives `{ node, title, update? }`, where
 * `update(data)` gives the new title.
 * @module
 */
import { element } from './dom.js'

/** Tells the rest of the page that another view is shown; `detail` is what was loaded. */
export const SHOWN = 'crm:shown'

let go = () => {}

/** Goes to a page of this application. */
export const navigate = (path) => go(path, 'push')

/** Loads the current page again and builds it from scratch. */
export const refresh = () => go(location.pathname + location.search, 'rebuild')

/** Starts with the page's address, and follows links, the pager and the browser's own buttons. */
export function startRouter(workspace, routes, home) {
  let shown
  let loading = new AbortController()

  go = async (path, how) => {
    loading.abort()
    loading = new AbortController()
    const { signal } = loading
    const { pathname, searchParams } = new URL(path, location.origin)
    const route = routes.find(({ pattern }) => pattern.test(pathname))
    workspace.setAttribute('aria-busy', 'true')
    try {
      if (route === undefined) throw new Error('There is no such page.')
      const id = route.pattern.exec(pathname)[1]
      const data = await route.view.load({ id, query: searchParams, signal })
      if (signal.aborted) return
      if (how === 'push') history.pushState(null, '', path)
      place(route.view, data, how)
      document.dispatchEvent(new CustomEvent(SHOWN, { detail: data }))
    } catch (error) {
      if (signal.aborted) return
      if (how === 'push') history.pushState(null, '', path)
      fail(error)
    }
    workspace.removeAttribute('aria-busy')
  }

  function place(view, data, how) {
    if (how !== 'rebuild' && shown?.view === view && shown.update !== undefined) {
      document.title = `${shown.update(data)} · Demo CRM`
      return
    }
    shown?.life.abort()
    const life = new AbortController()
    const { node, title, update } = view.show(data, { signal: life.signal })
    shown = { view, update, life }
    workspace.replaceChildren(node)
    document.title = `${title} · Demo CRM`
    if (how === 'push') {
      scrollTo(0, 0)
      workspace.focus({ preventScroll: true })
    }
  }

  function fail(error) {
    shown?.life.abort()
    shown = undefined
    document.title = 'Demo CRM'
    workspace.replaceChildren(
      element(
        'section',
        { class: 'empty', role: 'alert' },
        element('h1', {}, 'Nothing to show'),
        element('p', {}, error.message),
      ),
    )
    document.dispatchEvent(new CustomEvent(SHOWN, { detail: {} }))
  }

  document.addEventListener('click', (event) => {
    const path = pathOfClick(event)
    if (path === undefined) return
    event.preventDefault()
    navigate(path)
  })
  addEventListener('popstate', () => go(location.pathname + location.search, 'pop'))
  if (location.pathname === '/') history.replaceState(null, '', home)
  go(location.pathname + location.search, 'start')
}

/** Where a plain click on one of our own links leads; clicks with a modifier belong to the browser. */
function pathOfClick(event) {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return
  // A link inside a shadow root is not the event's target here, but it is in the event's path.
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement && node.hasAttribute('href'))
  if (link === undefined || link.target !== '' || link.origin !== location.origin || link.hash !== '') return
  return link.pathname + link.search
}
