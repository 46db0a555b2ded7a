/** The trees that are watched: the document, and the open shadow roots that a site asks for. @module */
import { hostAround, isConnected, matches, openRootOf, queryAll } from './dom.ts'

/** A tree of its own. */
export type Root = Document | ShadowRoot

/** The watched trees. */
export interface Roots {
  /** Every tree that is still part of the page. */
  all(): readonly Root[]
  /** Takes up the shadow roots below a node, and those inside them. */
  lookInto(node: Element | Root): void
}

/** Starts with the document; each further tree that is taken up is told of once. */
export function createRoots(
  document: Document,
  shadowHostSelectors: readonly string[],
  onRoot: (root: Root) => void,
): Roots {
  const known = new Set<Root>([document])
  const joined = shadowHostSelectors.join(',')

  function lookInto(node: Element | Root): void {
    if (joined === '') return
    if (node instanceof Element && matches(node, joined)) takeUp(node)
    for (const host of queryAll(node, joined)) takeUp(host)
  }

  function takeUp(host: Element): void {
    const root = openRootOf(host)
    if (root === null || known.has(root)) return
    known.add(root)
    onRoot(root)
    lookInto(root)
  }

  function all(): readonly Root[] {
    for (const root of known) if (root !== document && !isConnected(root)) known.delete(root)
    return [...known]
  }

  return { all, lookInto }
}

/** The trees of a scope: its own, and the shadow roots inside it. */
export function treesIn(scope: Element, roots: readonly Root[]): readonly (Element | ShadowRoot)[] {
  const inside = (root: Root) => {
    for (let host = hostAround(root); host !== null; host = hostAround(host)) {
      if (Node.prototype.contains.call(scope, host)) return true
    }
    return false
  }
  return [scope, ...roots.filter((root): root is ShadowRoot => root instanceof ShadowRoot && inside(root))]
}
