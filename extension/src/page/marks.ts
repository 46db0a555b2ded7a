/** By what a page can be told apart from others: its own names for itself, its files, its outermost elements. @module */
import { attributeOf, bodyIn, matches, nameOf, queryAll } from './dom.ts'

const MOST_METAS = 50
const MOST_ASSETS = 60
const MOST_ELEMENTS = 60
const MOST_CLASSES = 8
const MOST_LETTERS = 200

/** The marks of this page, as `fingerprint` in a site's file names them. */
export function readMarks(document: Document): readonly string[] {
  const marks = [...metaMarks(document), ...assetMarks(document), ...elementMarks(document)]
  return [...new Set(marks.map((mark) => mark.slice(0, MOST_LETTERS)))]
}

function metaMarks(document: Document): readonly string[] {
  return [...queryAll(document, 'meta[name][content]')]
    .slice(0, MOST_METAS)
    .map((meta) => `meta ${attributeOf(meta, 'name')}=${attributeOf(meta, 'content')}`)
}

// Without folder and query, which change with each release.
function assetMarks(document: Document): readonly string[] {
  return [...queryAll(document, 'script[src], link[rel="stylesheet"][href]')].slice(0, MOST_ASSETS).map((element) => {
    const path = (attributeOf(element, 'src') ?? attributeOf(element, 'href') ?? '').split(/[?#]/, 1)[0] ?? ''
    return `asset ${path.slice(path.lastIndexOf('/') + 1)}`
  })
}

function elementMarks(document: Document): readonly string[] {
  const body = bodyIn(document)
  if (body === null) return []
  const outermost = [...queryAll(document, ':root, body'), ...queryAll(body, ':scope > *, :scope > * > *')]
  return outermost
    .filter((element) => !matches(element, 'script, style, template, link'))
    .slice(0, MOST_ELEMENTS)
    .flatMap(namesOf)
}

function namesOf(element: Element): readonly string[] {
  const name = nameOf(element)
  const id = attributeOf(element, 'id') ?? ''
  const classes = (attributeOf(element, 'class') ?? '').split(/\s+/, MOST_CLASSES).filter((part) => part !== '')
  const own = [name, ...(id === '' ? [] : [`${name}#${id}`]), ...classes.map((part) => `${name}.${part}`)]
  return own.map((mark) => `element ${mark}`)
}
