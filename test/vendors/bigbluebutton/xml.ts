/** Writes XML as a server's templates do, or as its older writer did. @module */

/** What stands in an element: text, or further elements, of which `undefined` are left out. */
export type Content = string | number | boolean | undefined | readonly (readonly [name: string, content: Content])[]

/** An element and what is in it; list items are pairs of the same name. */
export function element(name: string, content: Content): string {
  if (content === undefined) return ''
  if (typeof content !== 'object') return `<${name}>${escaped(String(content))}</${name}>\n`
  return `<${name}>\n${content.map(([child, inner]) => element(child, inner)).join('')}</${name}>\n`
}

/** A text where markup has a meaning. */
export function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }
  return text.replace(/[&<>"']/g, (character) => `&${entities[character]};`)
}
