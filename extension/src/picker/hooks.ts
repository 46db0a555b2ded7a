/** By what one element can be found again: selectors of it alone, the most lasting first. @module */
import { looksRandom } from '../sites/random-name.ts'

/** A selector for one element without its surroundings. */
export interface Hook {
  readonly selector: string
  /** The lower, the longer it is likely to last. */
  readonly rank: number
}

/** A hook of at most this rank was put there by somebody who wanted the element to be found. */
export const NAMED = 3
/** A hook of this rank says that something is a link to write or to call, as many others may be. */
export const OF_LINKS = 3.5
/** A hook of at least this rank says what kind of element it is, and nothing else. */
export const TAG_ALONE = 7

const FOR_TESTS = /^data-(test|testid|test-id|qa|cy|hook|automation|automation-id|e2e|selenium)$/
// They show what the record says, or words of the user's language.
const OF_CONTENT =
  /^data-.*(label|title|tooltip|text|content|value|placeholder|email|phone|name-value|date|url|src|href)$/
const WORD = /^[A-Za-z][A-Za-z0-9_.:-]{0,59}$/
const DIGITS = /\d{2}/
// They come and go with what the user does.
const OF_STATE =
  /^(is|has|js|ng|no)-|(^|[-_])(active|selected|hover(ed)?|focus(ed)?|open(ed)?|closed|expanded|collapsed|disabled|enabled|show(n)?|hidden|visible|loading|loaded|even|odd|first|last|current|checked|dirty|pristine|touched|valid|invalid|dragging|animated?|fade|in|new|edited|editing)$/i
// They say how it looks.
const OF_LOOKS =
  /[:/[\]@!]|^-?(m|p)[trblxyse]?-|^(w|h|d|g|gap|col|row|min|max|text|font|fw|fs|bg|border|rounded|shadow|flex|inline|block|grid|items|justify|content|self|align|float|pull|position|top|left|right|bottom|space|overflow|z|leading|tracking|cursor|opacity|container|order|offset|truncate|whitespace|break)(-|$)/
const MOST_CLASSES = 4
const MOST_ATTRIBUTES = 6
/** What a page has at most a few of, or somebody defined. */
const TELLING_TAGS = new Set(['main', 'header', 'aside', 'article', 'address', 'form', 'dialog', 'h1'])
const LINKS = ['mailto:', 'tel:'] as const

/** The hooks of an element, best first; the tag alone is the last. */
export function hooksOf(element: Element): readonly Hook[] {
  const tag = element.localName
  const hooks = [
    ...attributeHooks(element),
    ...idHooks(element),
    ...roleHooks(element),
    ...linkHooks(element),
    ...classHooks(element),
    { selector: CSS.escape(tag), rank: tag.includes('-') ? 4 : TELLING_TAGS.has(tag) ? 6 : TAG_ALONE },
  ]
  return hooks.toSorted((one, other) => one.rank - other.rank)
}

/** Whether a name is somebody's own choice and the same for every record. */
export function isLasting(name: string): boolean {
  return WORD.test(name) && !DIGITS.test(name) && !looksRandom(name)
}

function attributeHooks(element: Element): readonly Hook[] {
  const tag = element.localName
  const words = shownWords(element)
  return element
    .getAttributeNames()
    .slice(0, 40)
    .flatMap((name): readonly Hook[] => {
      const value = element.getAttribute(name) ?? ''
      const says = isLasting(value) && !words.has(value.toLowerCase())
      const pair = `[${name}=${JSON.stringify(value)}]`
      if (name === 'name' || name === 'itemprop' || name === 'autocomplete' || name === 'part') {
        return says ? [{ selector: `${tag}${pair}`, rank: 1 }] : []
      }
      if (name === 'type' && tag === 'input' && says) return [{ selector: `${tag}${pair}`, rank: 4 }]
      if (!name.startsWith('data-') || OF_CONTENT.test(name) || !isLasting(name.slice(5))) return []
      if (says) return [{ selector: pair, rank: FOR_TESTS.test(name) ? 0 : 1 }]
      // Its value is another in each record; that it is there lasts.
      return [{ selector: `${tag}[${name}]`, rank: NAMED }]
    })
    .slice(0, MOST_ATTRIBUTES)
}

// A form's `id` may be one of its inputs, so attributes are asked for by name.
function idHooks(element: Element): readonly Hook[] {
  const id = element.getAttribute('id') ?? ''
  return isLasting(id) ? [{ selector: `#${CSS.escape(id)}`, rank: 2 }] : []
}

function roleHooks(element: Element): readonly Hook[] {
  const role = element.getAttribute('role') ?? ''
  return isLasting(role) ? [{ selector: `${CSS.escape(element.localName)}[role="${role}"]`, rank: 4 }] : []
}

function linkHooks(element: Element): readonly Hook[] {
  const address = element.localName === 'a' ? (element.getAttribute('href') ?? '') : ''
  const scheme = LINKS.find((start) => address.startsWith(start))
  return scheme === undefined ? [] : [{ selector: `a[href^="${scheme}"]`, rank: OF_LINKS }]
}

function classHooks(element: Element): readonly Hook[] {
  const tag = CSS.escape(element.localName)
  const names = (element.getAttribute('class') ?? '').split(/\s+/).filter(isLastingClass).slice(0, MOST_CLASSES)
  const [first, second] = names
  const single = names.flatMap((name) => [
    { selector: `${tag}.${CSS.escape(name)}`, rank: 5 },
    { selector: `.${CSS.escape(name)}`, rank: 5.2 },
  ])
  if (first === undefined || second === undefined) return single
  return [...single, { selector: `${tag}.${CSS.escape(first)}.${CSS.escape(second)}`, rank: 5.4 }]
}

function isLastingClass(name: string): boolean {
  return isLasting(name) && !OF_STATE.test(name) && !OF_LOOKS.test(name)
}

// What the element shows is the record's, even where an attribute says it too. A whole page's text is not looked through.
function shownWords(element: Element): ReadonlySet<string> {
  if (element.childElementCount > 5) return new Set()
  const text = (element.textContent ?? '').trim().slice(0, 200).toLowerCase()
  return new Set([text, ...text.split(/\s+/)])
}
