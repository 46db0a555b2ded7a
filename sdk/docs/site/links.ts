/** The links in pages, and whether what they lead to is there. @module */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { DOCS, GENERATED, type Page } from './pages.ts'

const FENCED = /^```[\s\S]*?^```$/gm
const CODE = /`[^`\n]*`/g
const LINK = /\[[^\]]*\]\(([^)\s]+)\)/g
const OUTSIDE = /^https:\/\//

/** A link that leads nowhere, and why. */
export interface DeadLink {
  readonly page: string
  readonly link: string
  readonly reason: string
}

/** The links of a page, as they stand there. */
export function linksIn(text: string): readonly string[] {
  return [...text.replaceAll(FENCED, '').replaceAll(CODE, '').matchAll(LINK)].flatMap(([, link]) => link ?? [])
}

/** The anchors that a page's headings have, as GitHub and VitePress make them of plain words. */
export function anchorsIn(text: string): readonly string[] {
  const headings = [...text.replaceAll(FENCED, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => heading)
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[`*]/g, '')
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, ''),
  )
}

/** The dead links of a page: to files and anchors that are not there; addresses elsewhere are asked for https alone. */
export function deadLinks({ path, text }: Page): readonly DeadLink[] {
  return linksIn(text).flatMap((link) => {
    const reason = wrongWith(link, path)
    return reason === undefined ? [] : [{ page: path, link, reason }]
  })
}

function wrongWith(link: string, from: string): string | undefined {
  if (/^[a-z]+:/.test(link)) return OUTSIDE.test(link) ? undefined : 'is not https'
  if (link.startsWith('/')) return 'is not relative, and so works on the site alone'
  const [file = '', anchor] = link.split('#', 2)
  const target = file === '' ? join(DOCS, from) : join(DOCS, dirname(from), file)
  const within = relative(DOCS, target).replaceAll('\\', '/')
  if (within.startsWith('..')) return 'leads out of the documentation, and so works in the repository alone'
  // Written by the build, which looks for dead links by itself.
  if (within.startsWith(`${GENERATED}/`)) return undefined
  if (!existsSync(target)) return 'there is no such file'
  if (anchor === undefined) return undefined
  return anchorsIn(readFileSync(target, 'utf8')).includes(anchor) ? undefined : 'there is no such heading'
}
