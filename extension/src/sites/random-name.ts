/** Tells names that people chose from names that tools made up, which are others after the next release. @module */

/** Longer than what anybody types. */
const LONGEST_NAME = 60
/** Prefixes of style libraries, component frameworks and their counters. */
const OF_TOOLS =
  /^(css|sc|jss|jsx|svelte|emotion|ember|ext-gen|yui|radix|headlessui|mui|react-aria|v)-?[\d:]|^(css|sc|jsx|svelte|v)-/
/** Three digits in a row are a counter, a size or a record's id. */
const COUNTER = /\d{3}/
/** What a hash adds to a name: `card__title--3xK9z`, `Header_root__a8Fh2`, `_1a2b3c`. */
const HASH_AT_END = /(?:^|[-_])(?=[A-Za-z0-9]*\d)(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{5,}$/
/** `bdVaJa`, `kQxPzT`: the case changes more often than in any word. */
const CHANGES_OF_CASE = /[a-z][A-Z]/g
const HEXADECIMAL = /^[0-9a-f]{8,}$|[0-9a-f]{8}-[0-9a-f]{4}/i
const CONSONANTS = /[bcdfghjklmnpqrstvwxz]{6}/i

/** Whether a class, an id or an attribute's value looks as if no human wrote it. */
export function looksRandom(name: string): boolean {
  if (name.length > LONGEST_NAME || OF_TOOLS.test(name) || COUNTER.test(name) || HEXADECIMAL.test(name)) return true
  if (HASH_AT_END.test(name)) return true
  return name.split(/[-_]/).some((part) => CONSONANTS.test(part) || isJumble(part))
}

function isJumble(part: string): boolean {
  return part.length < 12 && (part.match(CHANGES_OF_CASE)?.length ?? 0) >= 2 && !/[a-z]{3}/.test(part)
}
