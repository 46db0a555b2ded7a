/** Tries a site's selectors, which only a page can do. @module */
import type { SiteRule } from '../sites/rule.ts'

/** The place in the site's file of the first selector that is none, or `undefined` where all are. */
export function wrongSelector(site: SiteRule): string | undefined {
  const fragment = document.createDocumentFragment()
  return selectorsIn(site, '').find(([, selector]) => {
    try {
      fragment.querySelector(selector)
      return false
    } catch {
      return true
    }
  })?.[0]
}

const ARE_SELECTORS = /^(?:selector|scope|workspace|shadowHosts\[\d+\])$/

function selectorsIn(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return ARE_SELECTORS.test(path.slice(path.lastIndexOf('.') + 1)) ? [[path, value]] : []
  if (Array.isArray(value)) return value.flatMap((item, index) => selectorsIn(item, `${path}[${index}]`))
  return Object.entries(Object(value)).flatMap(([name, item]) =>
    selectorsIn(item, path === '' ? name : `${path}.${name}`),
  )
}
