/** One look at a page by what it can be told apart from others, for the popup; it stays nowhere. @module */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { readMarks } from '../page/marks.ts'

export default defineUnlistedScript(() => readMarks(document))
