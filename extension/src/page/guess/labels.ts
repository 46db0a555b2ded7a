/** What a label, or the name of a field in the page's code, says about the value beside it. @module */
import { LABEL_WORDS, type LabelKind } from './label-words.ts'
import { remember } from './remember.ts'

const MOST_LETTERS = 50
const MOST_WORDS = 6
/** Of a label that one word makes: beyond it is a sentence. */
const MOST_WORDS_AROUND = 4
/** Of these, one word makes a label; the first that is found counts. */
const BY_WORD = ['staff', 'ignored', 'email', 'phone'] as const
/** What may stand before a whole label and changes nothing: `Contact first name`. */
const LEADING = new Set('contact,customer,client,person,lead,primary,main,work,business,kontakt,kunden'.split(','))
/** Names in a page's code that say too little. */
const VAGUE = new Set('first,last,account,business,firm,line,direct,call,second'.split(','))

interface Table {
  readonly whole: ReadonlyMap<string, LabelKind>
  readonly words: ReadonlyMap<string, LabelKind>
  /** The words with any ending, by kind. */
  readonly endings: readonly (readonly [string, LabelKind])[]
}

let table: Table | undefined

function makeTable(): Table {
  const whole = new Map<string, LabelKind>()
  const words = new Map<string, LabelKind>()
  const endings: (readonly [string, LabelKind])[] = []
  for (const language of Object.values(LABEL_WORDS)) {
    for (const [kind, list] of Object.entries(language) as [LabelKind, string][]) {
      const isByWord = (BY_WORD as readonly string[]).includes(kind)
      for (const entry of list.split(/,\s*/)) {
        const word = fold(entry.replace(/[=*]/, ''))
        if (entry.endsWith('*')) endings.push([word, kind])
        else if (entry.startsWith('=') || !isByWord || word.includes(' ')) whole.set(word, kind)
        else words.set(word, kind)
      }
    }
  }
  return { whole, words, endings }
}

/** In small letters, without accents. */
function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
}

/** What a visible label says; `undefined` for any other text. */
export function labelKind(text: string): LabelKind | undefined {
  return text === '' || text.length > MOST_LETTERS ? undefined : readLabel(text)
}

const readLabel = remember((text): LabelKind | undefined => {
  // After a colon stands a value.
  if (/:\s*\S/.test(text)) return undefined
  const bare = fold(text)
    // `E-Mail (work)`, `Name [required]`; `דוא״ל` and `эл. почта` are written in many ways.
    .replace(/[([].*?[)\]]/g, ' ')
    .replace(/["'’`´.״׳“”]/g, '')
    .replace(/\be[-\s]mail/g, 'email')
  return kindOfWords(bare.split(/[^\p{L}]+/u).filter((word) => word !== ''))
})

/** What the name of a field says: `EmailAddress`, `first_name`, `contact[phone2]`. */
export function codeKind(name: string): LabelKind | undefined {
  return name === '' || name.length > MOST_LETTERS ? undefined : readCode(name)
}

const readCode = remember((name): LabelKind | undefined => {
  const words = fold(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '')
  if (words.length === 1 && VAGUE.has(words[0] ?? '')) return undefined
  const kind = kindOfWords(words)
  return kind === 'person' || kind === 'sender' ? undefined : kind
})

function kindOfWords(words: readonly string[]): LabelKind | undefined {
  if (words.length === 0 || words.length > MOST_WORDS) return undefined
  table ??= makeTable()
  const whole = table.whole.get(words.join(' '))
  if (whole !== undefined) return whole
  const kinds = words.length > MOST_WORDS_AROUND ? new Set() : new Set(words.flatMap((word) => wordKind(word) ?? []))
  const byWord = BY_WORD.find((kind) => kinds.has(kind))
  if (byWord !== undefined) return byWord
  const [first, ...others] = words
  return LEADING.has(first ?? '') && others.length > 0 ? table.whole.get(others.join(' ')) : undefined
}

function wordKind(word: string): LabelKind | undefined {
  return table?.words.get(word) ?? table?.endings.find(([start]) => word.startsWith(start))?.[1]
}

/** Whether a word is one that labels are made of, and so no part of a person's name. */
export function isLabelWord(word: string): boolean {
  table ??= makeTable()
  const bare = fold(word)
  return wordKind(bare) !== undefined || table.whole.has(bare)
}
