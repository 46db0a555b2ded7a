/** The JSON schema of a site's file, made of the shape that is checked at run time. @module */
import { toJsonSchema } from '@valibot/to-json-schema'
import { siteFileShape, siteParts } from '../../extension/src/sites/site-shape.ts'

/** Where it lies, for editors. */
export const SCHEMA_FILE = new URL('../../extension/src/sites/schema/site.schema.json', import.meta.url)

/** The schema as it should lie there. */
export function siteSchema(): object {
  const { $schema, ...schema } = toJsonSchema(siteFileShape, { definitions: siteParts, ignoreActions: ['readonly'] })
  return { $schema, title: 'A CRM, for Joinery', ...schema }
}
