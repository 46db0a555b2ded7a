/** Markdown of what a plugin says: nothing in its texts ends a cell or becomes markup. @module */

/** A text as it stands in a table's cell. */
export function cell(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(/[\\`*_[\]<>|]/g, '\\$&')
}

/** A name or value as code. */
export function code(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')
  return plain.includes('`') ? `\`\` ${plain} \`\`` : `\`${plain}\``
}

/** A table without the columns that nothing stands in; nothing at all where it has no rows. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const filled = head.map((_, column) => rows.some((cells) => cells[column] !== ''))
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => {
    const shown = cells.filter((_, column) => filled[column])
    return `|${shown.map((text) => (text === '' ? ' ' : ` ${text} `)).join('|')}|`
  })
  return `${lines.join('\n')}\n`
}

/** Names in a row, as code. */
export function codes(names: Iterable<string>): string {
  return [...names].map(code).join(', ')
}
