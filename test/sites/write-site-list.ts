/** Writes the list of sites in the guide anew: `pnpm site-files`. @module */
import { readFileSync, writeFileSync } from 'node:fs'
import { GUIDE_FILE, withSiteList } from './site-list.ts'

writeFileSync(GUIDE_FILE, withSiteList(readFileSync(GUIDE_FILE, 'utf8')))
