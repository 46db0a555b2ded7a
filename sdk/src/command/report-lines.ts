/** What was found as lines for a terminal. @module */
import { findPackageJSON } from 'node:module'
import { dirname, join, relative } from 'node:path'
import type { CheckResult, CheckStatus } from '../testing/report.ts'
import { textIn } from '../text.ts'
import type { BundleSize } from './bundle-size.ts'
import type { Findings } from './check.ts'

const SIGNS: Readonly<Record<CheckStatus, string>> = { passed: '✓', failed: '✗', warned: '!', 'not-applicable': '–' }
/** Problems shown per check; one fault often shows in a hundred places. */
const MAX_PROBLEMS = 12

/** The lines, for somebody who stands in a folder. */
export function reportLines(findings: Findings, folder: string): readonly string[] {
  const { plugin, exampleCount, report, size } = findings
  const width = Math.max(...report.checks.map(({ id }) => id.length))
  return [
    `${textIn(plugin.name, 'en')} (${plugin.id} ${plugin.version}), ${exampleCount} examples`,
    '',
    ...report.checks.flatMap((result) => checkLines(result, width, folder)),
    '',
    sizeLine(size),
    verdict(findings),
  ]
}

function checkLines({ id, title, status, problems, page }: CheckResult, width: number, folder: string) {
  return [
    `  ${SIGNS[status]} ${id.padEnd(width)}  ${title}${status === 'not-applicable' ? ' (nothing here to check)' : ''}`,
    ...problems.slice(0, MAX_PROBLEMS).map((problem) => `      ${problem.replaceAll('\n', '\n      ')}`),
    ...(problems.length > MAX_PROBLEMS ? [`      and ${problems.length - MAX_PROBLEMS} more`] : []),
    ...(problems.length > 0 ? [`      See ${placeOf(page, folder)}`] : []),
  ]
}

/** Where a page of the SDK's package lies, seen from a folder. */
function placeOf(page: string, folder: string): string {
  const manifest = findPackageJSON(import.meta.url)
  return manifest === undefined ? `@joinery/sdk/${page}` : relative(folder, join(dirname(manifest), page))
}

function sizeLine(size: BundleSize | string): string {
  if (typeof size === 'string') return `Its size is not known: ${size}.`
  const { minified, gzipped, sdk, unbundled } = size
  const rest = unbundled.length === 0 ? '' : ` Not counted, since it could not be bundled: ${unbundled.join(', ')}.`
  return (
    `It weighs ${bytes(minified)} bytes minified, ${bytes(gzipped)} gzipped; ` +
    `${bytes(sdk.minified)} and ${bytes(sdk.gzipped)} of them are the SDK’s.${rest}`
  )
}

function bytes(count: number): string {
  return count.toLocaleString('en')
}

function verdict({ report: { checks }, passed }: Findings): string {
  const failed = checks.filter(({ status }) => status === 'failed').length
  const warned = checks.filter(({ status }) => status === 'warned').length
  const warnings = warned === 0 ? '' : `, with warnings by ${warned}`
  if (failed > 0) return `It failed ${failed} of ${checks.length} checks${warnings}.`
  if (passed) return `It passed${warnings}.`
  return `It failed, since --strict was given: ${warned} of ${checks.length} checks warned.`
}
