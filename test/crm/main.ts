/** Starts the demo CRM by hand: `node test/crm/main.ts 4100`, then Control-C to end it. @module */
import { startCrm } from './server.ts'

const port = Number(process.argv[2] ?? 0)
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error('port: a number from 0 to 65535 is expected')
  process.exit(2)
}
const crm = await startCrm({ port })
console.log(crm.origin)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void crm.close())
