/** The trees that are watched: the document, and the open shadow roots that a site asks for. @module */

/** A tree of its own. */
export type Root = Document | ShadowRoot

/** The watched trees. */
export interface Roots {
  /** Every tree that is still part of the page. */
  all(): readonly Root[]
  /** Takes up the shadow roots below a node, and those inside them. */
  lookInto(node: Element | Root): void
}

/** Starts with the document; each tree that is taken up is told of once. */
export function createRoots(
  document: Document,
  shadowHostSelectors: readonly string[],
  onRoot: (root: Root) => void,
): Roots {
  const known = new Set<Root>([document])
  const joined = shadowHostSelectors.join(',')

  function lookInto(node: Element | Root): void {
    if (joined === '') return
    if ('matches' in node && node.matches(joined)) takeUp(node)
    for (const host of node.querySelectorAll(joined)) takeUp(host)
  }

  function takeUp(host: Element): void {
    const root = host.shadowRoot
    if (root === null || known.has(root)) return
    known.add(root)
    onRoot(root)
    lookInto(root)
  }

  function all(): readonly Root[] {
    for (const root of known) if ('host' in root && !root.host.isConnected) known.delete(root)
    return [...known]
  }

  // The caller holds the result before it hears of the first tree.
  queueMicrotask(() => {
    onRoot(document)
    lookInto(document)
  })
  return { all, lookInto }
}
