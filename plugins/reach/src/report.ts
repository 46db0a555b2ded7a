/** The connections between two dates, as a table (vendors.md 2.1). @module */
import { type Outcome, PluginError, type Text, url } from '@joinery/sdk'
import { allPages, type JsonObject, wordAt } from './answers.ts'
import { type CallHost, call } from './call.ts'
import type { Account } from './fields.ts'

/** The columns that are documented, in this order; whatever else the vendor tells follows under its own name. */
const COLUMNS: Readonly<Record<string, Text>> = {
  id: { en: 'ID', de: 'ID' },
  tenant_id: { en: 'Tenant ID', de: 'Mandanten-ID' },
  timestamp: { en: 'Time', de: 'Zeit' },
  session_type: { en: 'Kind of session', de: 'Art der Sitzung' },
  control_type: { en: 'Control type', de: 'Steuerungsart' },
  start_date: { en: 'Start', de: 'Beginn' },
  end_date: { en: 'End', de: 'Ende' },
}
const MAX_COLUMNS = 40

/** Lists the tenant's connections; `from` and `to` in milliseconds since 1970. */
export async function report(
  account: Account,
  { from, to }: { readonly from: number; readonly to: number },
  host: CallHost,
): Promise<Outcome> {
  if (from >= to) {
    const text = { en: 'The report must end after it begins.', de: 'Der Bericht muss nach seinem Beginn enden.' }
    throw new PluginError('invalid', text, { field: 'to' })
  }
  const period = { from_date: moment(from), to_date: moment(to), tenant_id: account.tenantId }
  const connections = await allPages('ReachReports', 'ContinuationToken', async (token) => {
    const path = url('/oem/reports/connections', { ...period, continuation_token: token })
    return (await call(account, host, { path })).json()
  })
  const names = columnsOf(connections)
  return {
    type: 'table',
    title: { en: 'Connections', de: 'Verbindungen' },
    columns: names.map((name) => COLUMNS[name] ?? name),
    rows: connections.map((connection) => names.map((name) => wordAt(connection, name))),
  }
}

function moment(milliseconds: number): string {
  const date = new Date(milliseconds)
  if (Number.isNaN(date.getTime())) {
    throw new PluginError(
      'invalid',
      { en: 'There is no such date.', de: 'Dieses Datum gibt es nicht.' },
      { field: 'from' },
    )
  }
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z')
}

function columnsOf(connections: readonly JsonObject[]): readonly string[] {
  const names = new Set(Object.keys(COLUMNS))
  for (const connection of connections) {
    for (const name of Object.keys(connection)) if (names.size < MAX_COLUMNS && name !== '') names.add(name)
  }
  return [...names]
}
