/** A check's page for the browser: as much of Markdown as those pages are written in. @module */

/** A page in HTML. */
export function checkPage(markdown: string): string {
  const parts = markdown
    .split(/^(```\w*\n[\s\S]*?^```)$/m)
    .map((part) => (part.startsWith('```') ? fenced(part) : prose(part)))
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? ''
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="../style.css">
<body class="check-page"><main>
${parts.join('')}</main></body>
</html>
`
}

function fenced(part: string): string {
  const code = part.replace(/^```\w*\n/, '').replace(/```$/, '')
  return `<pre tabindex="0"><code>${escaped(code)}</code></pre>\n`
}

function prose(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(blockHtml)
    .join('\n')
}

function blockHtml(block: string): string {
  const [, signs = '', title = ''] = /^(#{1,3}) (.*)$/.exec(block) ?? []
  if (signs !== '') return `<h${signs.length}>${inline(title)}</h${signs.length}>`
  if (!/^[-*] /.test(block)) return `<p>${inline(block)}</p>`
  const items = block.split(/\n(?=[-*] )/).map((item) => `<li>${inline(item.replace(/^[-*] /, ''))}</li>`)
  return `<ul>${items.join('')}</ul>`
}

/** Code, bold words and links, in a text that is escaped first. */
function inline(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => {
      if (part.startsWith('`')) return `<code>${escaped(part.slice(1, -1))}</code>`
      return (
        escaped(part)
          .replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
          // Only pages beside this one are given out.
          .replaceAll(/\[([^\]]+)\]\(([a-z-]+)\.md\)/g, '<a href="$2">$1</a>')
          .replaceAll(/\[([^\]]+)\]\(([^)]+)\)/g, '$1 ($2)')
      )
    })
    .join('')
}

/** A text as HTML, in which it is nothing but text. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
