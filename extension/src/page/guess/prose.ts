/** Whether something stands within sentences, where people are mentioned. @module */
import { parentOf, tagOf } from './dom.ts'
import { partsOf } from './parts.ts'

const MOST_LETTERS_OF_BLOCK = 140
const MOST_WORDS_BESIDE = 6
const MENTIONED = 0.2
const INLINE = /^(a|b|strong|em|i|u|small|font|span|abbr|mark)$/

/** What is left of the weight of what stands in an element. */
export function proseShare(element: Element): number {
  let block: Element = element
  for (let level = 0; level < 4 && INLINE.test(tagOf(block)); level += 1) block = parentOf(block) ?? block
  const parts = partsOf(block, MOST_LETTERS_OF_BLOCK)
  const isLong = parts.length === 0 && tagOf(block) !== 'button'
  const isProse = isLong || parts.some((part) => part.split(' ').length > MOST_WORDS_BESIDE)
  return isProse ? MENTIONED : 1
}
