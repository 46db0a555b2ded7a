/** Finds labels and what each stands for. @module */
import { attributeOf, byTag, childrenOf, isControl, isElement, isText, isVisible, parentOf, tagOf } from './dom.ts'
import type { LabelKind } from './label-words.ts'
import { labelKind } from './labels.ts'
import { clean, partsOf } from './parts.ts'
import { after, type Scan } from './scan.ts'

/** A label, and where its value stands: an element, a control, or a mere text. */
export interface LabelPair {
  readonly kind: LabelKind
  readonly label: Element
  readonly value: Node
  /** The value, where it stands in one text with its label. */
  readonly text?: string
}

const MOST_LABELS = 40
/** `E-mail: ada@example.com` in one text. */
const LABEL_AND_VALUE = /^([^:]{2,40})\s?:\s*(\S.*)$/

/** The pairs in the page: of texts, `label`, `dt`, `th`, and of elements that name their label. */
export function labelPairs(root: Element, { texts, marked }: Scan): readonly LabelPair[] {
  const pairs: LabelPair[] = []
  const seen = new Set<Element>()
  const headerRows = new Map<Element, boolean>()
  for (const { text, node, parent } of texts) {
    // What can be clicked says what the click does: `Write an e-mail`.
    const kind = tagOf(parent) === 'a' ? undefined : labelKind(text)
    if (kind !== undefined) addAfter(kind, node, parent)
    else addInOne(text, node, parent)
  }
  for (const tag of ['label', 'dt', 'th']) {
    for (const element of byTag(root, tag, MOST_LABELS)) {
      const kind = seen.has(element) ? undefined : labelKind(partsOf(element, 60).join(' '))
      if (kind !== undefined) addAfter(kind, element, element)
    }
  }
  for (const element of marked) addNamed(element)
  return pairs

  // In a row of labels without values, the next one is no value.
  function isInHeaderRow(value: Node): boolean {
    const row = parentOf(value)
    if (row === null || isText(value)) return false
    const already = headerRows.get(row)
    if (already !== undefined) return already
    const isHeader = looksLikeHeader(row)
    headerRows.set(row, isHeader)
    return isHeader
  }

  function addAfter(kind: LabelKind, node: Node, parent: Element): void {
    seen.add(parent)
    const value = controlOf(parent) ?? after(node, root)
    if (value !== undefined && !isHeaderCell(parent) && !isInHeaderRow(value))
      pairs.push({ kind, label: parent, value })
  }

  function addInOne(text: string, node: Text, parent: Element): void {
    const [, label = '', value = ''] = LABEL_AND_VALUE.exec(text) ?? []
    const kind = labelKind(label)
    if (kind !== undefined) pairs.push({ kind, label: parent, value: node, text: clean(value) })
  }

  function addNamed(element: Element): void {
    const ids = attributeOf(element, 'aria-labelledby').split(/\s+/, 2).filter(Boolean)
    const label = ids.map((id) => byId(root, id)).find((found) => found !== null && found !== element)
    const kind = label ? labelKind(partsOf(label, 60).join(' ')) : undefined
    if (label && kind !== undefined) pairs.push({ kind, label, value: element })
  }

  function controlOf(parent: Element): Element | undefined {
    const label = tagOf(parent) === 'label' ? parent : Element.prototype.closest.call(parent, 'label')
    const control = label === null ? null : byId(root, attributeOf(label, 'for'))
    return control !== null && isVisible(control) ? control : undefined
  }
}

function byId(root: Element, id: string): Element | null {
  const document: Document | null = Reflect.get(Node.prototype, 'ownerDocument', root)
  return id === '' || document === null ? null : Document.prototype.getElementById.call(document, id)
}

// The heads of a list's columns stand beside each other, not beside their values.
function isHeaderCell(element: Element): boolean {
  return Element.prototype.closest.call(element, 'thead, th[scope="col"], [role="columnheader"]') !== null
}

const LEAST_COLUMNS = 3
const MOST_COLUMNS = 12

function looksLikeHeader(row: Element): boolean {
  const cells = childrenOf(row, MOST_COLUMNS * 3).filter(isElement)
  if (cells.length < LEAST_COLUMNS || cells.length > MOST_COLUMNS) return false
  const texts = cells.map((cell) => partsOf(cell, 60).join(' '))
  if (texts.some((text) => /[\d@]/.test(text))) return false
  const areLabels = texts.map((text) => labelKind(text) !== undefined)
  return areLabels.some((isLabel, index) => isLabel && areLabels[index + 1] === true)
}

/** The kind of the label whose value an element is or stands in. */
export function createKindAround(pairs: readonly LabelPair[]): (element: Element) => LabelPair | undefined {
  const byValue = new Map<Node, LabelPair>()
  // The element of a mere text may hold several pairs; it is none's alone.
  for (const pair of pairs) if (!isText(pair.value) && !byValue.has(pair.value)) byValue.set(pair.value, pair)
  return (element) => {
    let at: Element | null = element
    for (let level = 0; at !== null && level < 6; level += 1) {
      const pair = byValue.get(at)
      if (pair !== undefined) return pair
      at = isControl(at) && level > 0 ? null : parentOf(at)
    }
    return undefined
  }
}
