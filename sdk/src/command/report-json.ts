/** What was found as one line of JSON, for programs; `docs/report.md` documents the shape. @module */
import { type Plugin, textIn } from '../index.ts'
import type { CheckResult } from '../testing/report.ts'
import type { BundleSize } from './bundle-size.ts'
import type { Findings } from './check.ts'

/** The shape of the report; what is added does not change `format`, what is changed or removed does. */
export interface ReportJson {
  readonly format: 1
  readonly plugin: Pick<Plugin, 'id' | 'version'> & { readonly name: string }
  readonly examples: number
  readonly strict: boolean
  readonly passed: boolean
  readonly checks: readonly CheckResult[]
  readonly size: BundleSize | { readonly unknown: string }
}

/** What was found as one line of JSON. */
export function reportJson({ plugin, exampleCount, report, strict, passed, size }: Findings): string {
  const { id, version, name } = plugin
  const shown: ReportJson = {
    format: 1,
    plugin: { id, version, name: textIn(name, 'en') },
    examples: exampleCount,
    strict,
    passed,
    checks: report.checks,
    size: typeof size === 'string' ? { unknown: size } : size,
  }
  return JSON.stringify(shown)
}
