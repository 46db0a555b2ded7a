/** Lines of a stream of bytes. @module */

/**
 * Splits at line feeds alone, and leaves out empty lines. (Node's readline also splits at U+2028, which JSON allows
 * within a text.)
 */
export async function* linesOf(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of input) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n')
    rest = lines.pop() ?? ''
    yield* lines.filter(isFilled)
  }
  rest += decoder.decode()
  if (isFilled(rest)) yield rest
}

function isFilled(line: string): boolean {
  return line.trim() !== ''
}
