/** Pages for the picker's unit tests. @module */
import { parseHTML } from 'linkedom'

// Not part of Node; names in these tests need no more than this.
globalThis.CSS ??= { escape: (name: string) => name.replace(/[^\w-]/g, '\\$&') } as typeof CSS

/** A document with this body. */
export function pageOf(body: string): Document {
  return parseHTML(`<!doctype html><html><head></head><body>${body}</body></html>`).document
}

/** The one element of a selector. */
export function the(document: Document, selector: string): Element {
  const [element, ...others] = document.querySelectorAll(selector)
  if (element === undefined || others.length > 0) throw new Error(`Not exactly one element is ${selector}`)
  return element
}
