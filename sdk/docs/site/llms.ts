/** `llms.txt`: the documentation's contents for programs that read it (as llmstxt.org proposes). @module */
import type { Page } from './pages.ts'
import { sections } from './sidebar.ts'

const HEAD = `# Joinery SDK

> How to write, check and deliver a plugin for Joinery, which puts one-click "Join" and "Remote control" buttons into CRM pages.

A plugin is one plain object: fields, permissions, and functions that make links. Every block of TypeScript in these pages is compiled and run by a test.
All pages are Markdown, in \`docs\` of the package \`@joinery/sdk\`; every declaration is in \`api-report.md\` beside that folder.
`

/** The text of `llms.txt`. */
export function llmsText(pages: readonly Page[]): string {
  const byPath = new Map(pages.map((page) => [page.path, page]))
  const parts = sections(pages).map(({ heading, pages: paths }) => {
    const lines = paths.map((path) => {
      const { title, summary } = byPath.get(path) ?? { title: path, summary: '' }
      return `- [${title}](${path}): ${summary}`
    })
    return `## ${heading}\n\n${lines.join('\n')}\n`
  })
  return [HEAD, ...parts].join('\n')
}
