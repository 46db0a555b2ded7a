/** The message about the diagnosis report: the options page's alone. @module */
import * as v from 'valibot'
import type { ReportFacts } from './desk/report.ts'

/** Which there are, and their shapes. */
export const reportRequests = {
  /** What the background knows for a report; no name, no host and no address is in it. */
  'report.read': { from: 'options', shape: v.strictObject({}) },
} as const

/** Their answers. */
export interface ReportAnswers {
  'report.read': ReportFacts
}
