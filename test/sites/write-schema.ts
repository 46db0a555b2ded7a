/** Writes the JSON schema of sites' files anew: `pnpm site-files`. @module */
import { writeFileSync } from 'node:fs'
import { SCHEMA_FILE, siteSchema } from './site-schema.ts'

writeFileSync(SCHEMA_FILE, JSON.stringify(siteSchema()))
