/** The diagnosis report as a text: the same names in every language, for whoever helps. @module */
import { browser } from 'wxt/browser'
import { userLanguage } from '../../../desk/problem.ts'
import type { ReportFacts } from '../../../desk/report.ts'
import { runSelfCheck } from '../../../desk/self-check.ts'
import { ask } from '../../../ui/ask.ts'
import { browserIn } from './browser-name.ts'

/** Gathers what is known and writes it down; `undefined` where the background does not answer. */
export async function makeReport(): Promise<string | undefined> {
  const checks: { [name: string]: boolean | number } = {}
  await runSelfCheck(({ name, isPassed, count }) => {
    checks[name] = isPassed || (count ?? false)
  })
  const facts: ReportFacts | undefined = await ask('report.read', {})
  if (facts === undefined) return undefined
  const { os, arch } = await browser.runtime.getPlatformInfo()
  const report = {
    made: new Date().toISOString(),
    joinery: browser.runtime.getManifest().version,
    browser: browserIn(navigator.userAgent),
    system: `${os} ${arch}`,
    language: browser.i18n.getUILanguage(),
    texts: userLanguage(),
    ...facts,
    selfCheck: checks,
  }
  return `${JSON.stringify(report, undefined, 2)}\n`
}
