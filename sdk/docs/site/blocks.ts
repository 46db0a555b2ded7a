/** Blocks of code in pages, and what their lines say they give. @module */

/** A block of code. */
export interface Block {
  /** The page's path. */
  readonly page: string
  /** The line of the page on which its code begins. */
  readonly line: number
  readonly language: string
  /** What stands in brackets behind the language, such as a file's name. */
  readonly note: string | undefined
  readonly code: string
}

const BLOCK = /^```(\w+)?(?: \[(.+)\])?\n([\s\S]*?)^```$/gm
/** An expression at the beginning of a line, and what it gives. */
const RESULT = /^(?!import |export |const |let |type |interface |function |async |return |[\s})\]])(.*\S) \/\/ (.+)$/gm
const THROWS = /^throws ([a-z-]+)$/

/** The blocks of a page. */
export function blocksIn(page: string, text: string): readonly Block[] {
  return [...text.matchAll(BLOCK)].map(({ index, 1: language = '', 2: note, 3: code = '' }) => {
    const line = text.slice(0, index).split('\n').length + 1
    return { page, line, language, note, code }
  })
}

/** How many of a block's lines say what they give. */
export function resultsIn(code: string): number {
  return [...code.matchAll(RESULT)].length
}

/**
 * A module that does what the block does, and exports as `pairs` what each expression gave and what the block says of it.
 * `// throws code` says that it is refused by a PluginError with this code.
 */
export function checked(code: string): string {
  const body = code.replaceAll(RESULT, (_, expression: string, said: string) => {
    const [, errorCode] = THROWS.exec(said) ?? []
    if (errorCode === undefined) return `pairs.push([(${expression}), (${said})])`
    return `pairs.push([await (async () => (${expression}))().then(() => 'nothing', (error: any) => error.code), '${errorCode}'])`
  })
  return `export const pairs: unknown[][] = []\n${body}`
}
