/** Writes the report on the SDK's public declarations, for a change that is meant. @module */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { API_REPORT, apiReport } from './api-report.ts'
import { packPackage } from './pack.ts'

const scratch = mkdtempSync(join(tmpdir(), 'joinery-published-'))
const { built } = await packPackage('sdk', scratch)
writeFileSync(API_REPORT, apiReport(built))
rmSync(scratch, { recursive: true })
