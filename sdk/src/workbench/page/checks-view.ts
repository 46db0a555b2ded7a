/** What the checks say of the plugin as it is now. @module */
import type { CheckResult } from '../../testing/report.ts'
import { make } from './dom.ts'

const SIGNS = {
  passed: ['✓', 'passed'],
  failed: ['✗', 'failed'],
  warned: ['!', 'warned'],
  'not-applicable': ['–', 'nothing to check'],
} as const

/** How many problems of one check are shown at once. */
const MOST_PROBLEMS = 12

/** The report; without one, that it is being made. */
export function checksView(checks: readonly CheckResult[] | undefined): readonly Node[] {
  const title = make('h2', {}, 'Checks')
  if (checks === undefined) return [title, make('p', { class: 'help' }, 'They are being made…')]
  return [title, make('p', { class: 'help' }, summary(checks)), make('ul', { class: 'checks' }, ...checks.map(line))]
}

/** The report in one sentence. */
export function summary(checks: readonly CheckResult[]): string {
  const count = (status: CheckResult['status']) => checks.filter((check) => check.status === status).length
  const [failed, warned] = [count('failed'), count('warned')]
  if (failed === 0 && warned === 0) return `All ${checks.length} checks passed.`
  return `${failed} of ${checks.length} checks failed, ${warned} warned.`
}

function line({ id, title, status, problems }: CheckResult): HTMLElement {
  const [sign, word] = SIGNS[status]
  const head = [
    make('span', { class: 'sign', role: 'img', 'aria-label': word }, sign),
    make('a', { href: `checks/${id}`, target: '_blank', title }, id),
  ]
  if (problems.length === 0) return make('li', { class: status }, ...head)
  const rest = problems.length - MOST_PROBLEMS
  return make(
    'li',
    { class: status },
    ...head,
    make('p', { class: 'help' }, title),
    make(
      'ul',
      {},
      ...problems.slice(0, MOST_PROBLEMS).map((problem) => make('li', {}, problem)),
      rest > 0 ? make('li', {}, `and ${rest} more`) : undefined,
    ),
  )
}
