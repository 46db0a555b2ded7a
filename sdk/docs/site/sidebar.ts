/** The order of the pages, for the site's sidebar and for `llms.txt`. @module */
import { GENERATED, type Page } from './pages.ts'

/** Pages under a heading. */
export interface Section {
  readonly heading: string
  /** The pages' paths. */
  readonly pages: readonly string[]
}

const WRITTEN: readonly Section[] = [
  { heading: 'Start', pages: ['index.md', 'tutorial.md'] },
  {
    heading: 'How to',
    pages: [
      'how-to/workbench.md',
      'how-to/fields.md',
      'how-to/secrets.md',
      'how-to/signing.md',
      'how-to/tasks.md',
      'how-to/client-certificates.md',
      'how-to/targets.md',
      'how-to/bulk.md',
      'how-to/recognize.md',
      'how-to/errors.md',
      'how-to/texts.md',
      'how-to/testing.md',
      'how-to/compiled-in.md',
      'companion.md',
      'declarative.md',
    ],
  },
  {
    heading: 'Reference',
    pages: [
      'reference/index.md',
      'reference/command-line.md',
      'reference/readme-tables.md',
      'reference/field-types.md',
      'reference/outcomes.md',
      'reference/error-codes.md',
      'report.md',
    ],
  },
  {
    heading: 'Explanation',
    pages: [
      'explanation/pure.md',
      'explanation/no-schema-library.md',
      'explanation/isolation.md',
      'explanation/three-ways.md',
      'comparison.md',
    ],
  },
  { heading: 'Rules', pages: ['security.md', 'versions.md'] },
]
const CHECKS = 'checks/'

/** Every section: those above as far as their pages are there, and the checks' pages as they are. */
export function sections(pages: readonly Page[]): readonly Section[] {
  const paths = pages.map(({ path }) => path)
  const checks = paths.filter((path) => path.startsWith(CHECKS))
  const index = `${CHECKS}README.md`
  const written = WRITTEN.map((section) => ({
    ...section,
    pages: section.pages.filter((path) => paths.includes(path)),
  }))
  return [...written, { heading: 'Checks', pages: [index, ...checks.filter((path) => path !== index)] }]
}

/** The address of a page within the site. */
export function addressOf(path: string): string {
  return `/${path.replace(/(?:^|(?<=\/))(?:index|README)\.md$/, '').replace(/\.md$/, '')}`
}

/** The sidebar, as VitePress asks for it. */
export function sidebar(pages: readonly Page[]) {
  const titles = new Map(pages.map(({ path, title }) => [path, title]))
  return sections(pages).map(({ heading, pages: paths }) => ({
    text: heading,
    collapsed: heading === 'Checks',
    items: [
      ...paths.map((path) => ({ text: titles.get(path) ?? path, link: addressOf(path) })),
      ...(heading === 'Reference' ? [{ text: 'Every declaration', link: `/${GENERATED}/modules` }] : []),
    ],
  }))
}
