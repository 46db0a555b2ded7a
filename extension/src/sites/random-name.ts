/** Tells names that people gave to classes and elements from those that a build or a page's program made up. @module */

/** Longer names are not looked at: nobody gave them. */
const MOST_LETTERS = 200

// What generators put before or around what they make up: Emotion, Svelte, styled-jsx, JSS, Ember, Ext, YUI, GWT, Angular
// and its Material, Headless UI, Radix, React's useId and react-select, Element Plus, Dijit, SmartClient, select2.
const GENERATED = [
  /^css-[a-z0-9]{4,}(?:-|$)/,
  /^css-0$/,
  /^svelte-[a-z0-9]+$/,
  /^jsx-\d+$/,
  /^(?:jss|ember|yui_|gwt-uid-|uid-?|ext-(?:gen|comp-|element-)|x-auto-|isc_|go)\d+/,
  /^_ng(?:content|host)-|^ng-tns-|^ng-c\d/,
  /^(?:mat|cdk)-[a-z-]+-\d+$/,
  /^(?:headlessui|radix|react-select|rc_select|el-id|ui-id|dijit|select2)[\w-]*[-_:]r?\d/i,
  /^:r[a-z0-9]*:$|«r[a-z0-9]*»/,
]
// styled-components: `sc-bdVaJa`, `sc-1x2y3z-0`; but `sc-header` is somebody's own.
const STYLED = /^sc-([a-zA-Z0-9]{4,})(?:-\d+)?$/
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i
const LONG_NUMBER = /\d{4}/
const HEXADECIMAL = /^(?=.*\d)[0-9a-f]{8,}$/i
const BETWEEN_WORDS = /[^a-zA-Z0-9]+/
// `aBCDef` is a, BC, Def.
const WORDS_OF_CAMEL = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g
const VOWEL = /[aeiouy]/i
const FIVE_CONSONANTS = /[bcdfghj-np-tvwxz]{5}/i
const SHORT_WORDS: ReadonlySet<string> = new Set(
  `add all any app bar box btn by cal can cc cms col crm css day div do doc edit end ext fax for get go has hd hr html id
  if img in info inp is it js key lbl li list lnk log map max min my nav new next no not now of off ok old on one or out
  own pop pre qty ref row run set sms sort sub sum tab tag td tel text th tip to top tr txt ui ul up url use val via web
  xml zip`.split(/\s+/),
)

/**
 * Whether a class name, an id or another name in a page was made up by a program, so that it is another one tomorrow.
 * In doubt it was not.
 */
export function looksRandom(name: string): boolean {
  if (name.length > MOST_LETTERS || UUID.test(name) || LONG_NUMBER.test(name)) return true
  if (GENERATED.some((pattern) => pattern.test(name))) return true
  const styled = STYLED.exec(name)?.[1]
  if (styled !== undefined && isStyledHash(styled)) return true
  return name.split(BETWEEN_WORDS).some(isRandomPart)
}

function isStyledHash(part: string): boolean {
  const words = wordsOf(part)
  return /\d/.test(part) || !isLikeWord(part) || (words.length > 1 && words.some((word) => word.length < 4))
}

function isRandomPart(part: string): boolean {
  if (HEXADECIMAL.test(part)) return true
  const runs = part.match(/\d+|[a-zA-Z]+/g) ?? []
  const letters = runs.filter((run) => !/\d/.test(run))
  if (letters.some((run) => hasOddCapitals(run))) return true
  if (letters.length === 0) return false
  const hasWord = letters.some(isLikeWord)
  // `a1b2c`, `3kf9s`, but not `row1col2`.
  if (runs.length > 3) return !letters.every(isLikeWord)
  // `ya7skb`, but not `i18n` or `md5sum`.
  if (runs.length === 3) return part.length > 4 && !hasWord
  // `19bvftgi`, but not `2xl` or `360view`.
  return runs.length === 2 && /^\d/.test(part) && part.length > 4 && !hasWord
}

/** `kfNgAU`: capitals come more often than words do. */
function hasOddCapitals(letters: string): boolean {
  const words = wordsOf(letters)
  if (words.length < 3 || words.some((word) => word.length > 3)) return false
  return words.filter((word) => !SHORT_WORDS.has(word.toLowerCase())).length > 1
}

function isLikeWord(letters: string): boolean {
  return wordsOf(letters).every((word) => {
    if (word.length < 3) return SHORT_WORDS.has(word.toLowerCase()) && letters.length > 2
    return VOWEL.test(word) && !FIVE_CONSONANTS.test(word)
  })
}

function wordsOf(letters: string): readonly string[] {
  return letters.match(WORDS_OF_CAMEL) ?? []
}
