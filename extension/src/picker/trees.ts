/** Looks for elements in the document and in the open shadow roots that a rule names. @module */
import { isVisible, queryAll } from '../page/dom.ts'
import { createRoots, type Root } from '../page/roots.ts'

/** The trees, as they are now. */
export function treesOf(shadowHosts: readonly string[]): readonly Root[] {
  const roots = createRoots(document, shadowHosts, () => {})
  roots.lookInto(document)
  return roots.all()
}

/** All elements in these trees that a selector finds. */
export function findAll(trees: readonly (Root | Element)[], selector: string): readonly Element[] {
  return trees.flatMap((tree) => [...queryAll(tree, selector)])
}

/** The first of them that the user can see. */
export function findShown(trees: readonly (Root | Element)[], selector: string): Element | undefined {
  return findAll(trees, selector).find(isVisible)
}
