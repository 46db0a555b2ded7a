/** The elements in whose open shadow roots something stands. @module */
import { candidatesFor, narrowest } from './candidates.ts'
import { treeOf } from './rows.ts'

/** Selectors for them, from the inside outward; none where an element is in the document itself. */
export function hostsAround(element: Element): readonly string[] {
  const hosts: string[] = []
  for (let tree = treeOf(element); 'host' in tree; tree = treeOf(tree.host)) {
    const chosen = narrowest(candidatesFor(tree.host, treeOf(tree.host)))
    if (chosen !== undefined) hosts.push(chosen.selector)
  }
  return hosts
}
