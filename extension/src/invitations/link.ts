/** Links as they are handed out. @module */

/** The link as a browser understands it: in one line, and without what could end it within a text. */
export function linkFor(link: string): string {
  return new URL(link).href
}
