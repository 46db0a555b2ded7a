/** A conformance report as lines for a terminal. @module */
import type { Plugin } from '../plugin.ts'
import type { CheckStatus, Report } from '../testing/report.ts'
import { textIn } from '../text.ts'

const SIGNS: Readonly<Record<CheckStatus, string>> = { passed: '✓', failed: '✗', 'not-applicable': '–' }
/** Problems shown per check; one fault often shows in a hundred places. */
const MAX_PROBLEMS = 12

/** The report's lines. */
export function reportLines(plugin: Plugin, exampleCount: number, { checks, passed }: Report): readonly string[] {
  const width = Math.max(...checks.map(({ id }) => id.length))
  const failed = checks.filter(({ status }) => status === 'failed').length
  return [
    `${textIn(plugin.name, 'en')} (${plugin.id} ${plugin.version}), ${exampleCount} examples`,
    '',
    ...checks.flatMap(({ id, title, status, problems }) => [
      `  ${SIGNS[status]} ${id.padEnd(width)}  ${title}${status === 'not-applicable' ? ' (nothing here to check)' : ''}`,
      ...problems.slice(0, MAX_PROBLEMS).map((problem) => `      ${problem.replaceAll('\n', '\n      ')}`),
      ...(problems.length > MAX_PROBLEMS ? [`      and ${problems.length - MAX_PROBLEMS} more`] : []),
    ]),
    '',
    passed ? 'It passed.' : `It failed ${failed} of ${checks.length} checks.`,
  ]
}
