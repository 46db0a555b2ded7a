/** The texts in elements, within bounds. @module */
import { firstChildOf, isControl, isElement, isReadable, isText, isVisible, nextSiblingOf, tagOf } from './dom.ts'

const MOST_NODES = 40
/** The longest text that is looked at at all. */
const MOST_LETTERS = 400
const NORMAL_LETTERS = 200
/** What stands in a value without being of it. */
const NO_VALUE = /^(script|style|svg|template|noscript|button|select|textarea|option|sup)$/
/** Printable ASCII with single blanks: most texts, and nothing to clean. */
const CLEAN = /^[!-~]+(?: [!-~]+)*$/

interface Texts {
  readonly parts: readonly string[]
  readonly letters: number
}

let known = new WeakMap<Node, Texts>()

/** To be called before a page is read: it may have changed since the last time. */
export function startReadingTexts(): void {
  known = new WeakMap()
}

/**
 * The texts in an element, each as it stands in one text node, or nothing where they are longer than a value can be.
 * The values of controls count as texts.
 */
export function partsOf(node: Node, mostLetters = NORMAL_LETTERS): readonly string[] {
  let texts = known.get(node)
  if (texts === undefined) {
    texts = readTexts(node)
    known.set(node, texts)
  }
  return texts.letters > mostLetters ? [] : texts.parts
}

function readTexts(node: Node): Texts {
  const parts: string[] = []
  let visited = 0
  let letters = 0
  // Infinitely many letters where it became too much.
  const visit = (at: Node): void => {
    visited += 1
    if (visited > MOST_NODES) letters = Number.POSITIVE_INFINITY
    else if (isText(at)) take(textOf(at))
    else if (isElement(at)) {
      if (isControl(at)) take(isReadable(at) ? controlValue(at) : '')
      if (NO_VALUE.test(tagOf(at)) || !isVisible(at)) return
      for (let child = firstChildOf(at); child !== null && letters <= MOST_LETTERS; child = nextSiblingOf(child))
        visit(child)
    }
  }
  const take = (text: string | undefined): void => {
    if (text !== undefined && text !== '') parts.push(text)
    letters += text === undefined ? Number.POSITIVE_INFINITY : text.length
  }
  visit(node)
  return { parts, letters }
}

/** A node's text, or `undefined` where it is too long; the length is asked first, since to read a text is to copy it. */
export function textOf(node: Text): string | undefined {
  return node.length > MOST_LETTERS * 2 ? undefined : clean(node.data)
}

/** What an input, a text area or a list of choices holds. */
export function controlValue(control: Element): string {
  const { value } = control as HTMLInputElement
  const shown = tagOf(control) === 'select' ? chosenIn(control as HTMLSelectElement) : value
  return clean(shown ?? '')
}

const chosenIn = ({ options, selectedIndex }: HTMLSelectElement) => options[selectedIndex]?.label

/** White space as one blank, and without the marks of direction that surround texts in pages from right to left. */
export function clean(text: string): string {
  if (CLEAN.test(text)) return text
  return text
    .slice(0, MOST_LETTERS * 2)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed()
}
