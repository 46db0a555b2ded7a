/** A source of TypeScript cut into tokens, as far as telling texts, comments, expressions and brackets apart takes. @module */

/** A token and where it stands, in UTF-16 units. */
export interface Token {
  readonly kind: 'comment' | 'string' | 'word' | 'other'
  readonly text: string
  readonly start: number
  readonly end: number
}

const TOKEN = new RegExp(
  [
    '(?<space>\\s+)',
    '(?<comment>//[^\\n]*|/\\*[\\s\\S]*?\\*/)',
    '(?<string>\'(?:[^\'\\\\\\n]|\\\\[\\s\\S])*\'|"(?:[^"\\\\\\n]|\\\\[\\s\\S])*"|`(?:[^`\\\\$]|\\\\[\\s\\S]|\\$(?!\\{))*`)',
    '(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)',
    '(?<other>\\d[\\w.]*|=>|[\\s\\S])',
  ].join('|'),
  'uy',
)
const EXPRESSION = /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/uy
/** Words after which a value begins. */
const BEFORE_VALUES: ReadonlySet<string> = new Set(['return', 'typeof', 'case', 'in', 'of', 'await', 'yield', 'void'])

/** The tokens without white space; `undefined` for a source that cannot be told apart, such as one with filled templates. */
export function tokensOf(source: string): readonly Token[] | undefined {
  const tokens: Token[] = []
  let last: Token | undefined
  for (let start = 0; start < source.length; ) {
    const token = isSlash(source, start) && !isValue(last) ? expressionAt(source, start) : tokenAt(source, start)
    // A template with something put in could hold anything, and so could a text without an end.
    if (token === undefined || /^['"`]$/.test(token.text)) return undefined
    start = token.end
    if (!isTold(token)) continue
    tokens.push(token)
    if (token.kind !== 'comment') last = token
  }
  return tokens
}

type AnyToken = Omit<Token, 'kind'> & { readonly kind: Token['kind'] | 'space' }

function isTold(token: AnyToken): token is Token {
  return token.kind !== 'space'
}

function tokenAt(source: string, start: number): AnyToken | undefined {
  TOKEN.lastIndex = start
  const [[kind, text] = []] = Object.entries(TOKEN.exec(source)?.groups ?? {}).filter(
    ([, found]) => found !== undefined,
  )
  if (kind === undefined || text === undefined) return undefined
  return { kind: kind as AnyToken['kind'], text, start, end: start + text.length }
}

function expressionAt(source: string, start: number): Token | undefined {
  EXPRESSION.lastIndex = start
  const [text] = EXPRESSION.exec(source) ?? []
  return text === undefined ? undefined : { kind: 'other', text, start, end: start + text.length }
}

/** Whether a slash stands there that opens no comment. */
function isSlash(source: string, place: number): boolean {
  return source[place] === '/' && !['/', '*'].includes(source[place + 1] ?? '')
}

/** Whether a slash after this divides. */
function isValue(token: Token | undefined): boolean {
  if (token === undefined) return false
  if (token.kind === 'word') return !BEFORE_VALUES.has(token.text)
  return token.kind === 'string' || /^[\d)\]}/]/.test(token.text)
}
