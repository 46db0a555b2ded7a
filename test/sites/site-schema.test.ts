import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SCHEMA_FILE, siteSchema } from './site-schema.ts'

test('the schema for editors says what is checked at run time; `pnpm site-files` writes it anew', () => {
  expect(JSON.parse(readFileSync(SCHEMA_FILE, 'utf8'))).toEqual(JSON.parse(JSON.stringify(siteSchema())))
})
