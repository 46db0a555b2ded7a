/** The guess of a page's person, for pages of enabled origins without a rule. @module */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { guessRecord } from '../page/guess/guess-record.ts'
import { leaveGuesser } from '../page/guess-place.ts'

export default defineUnlistedScript(() => leaveGuesser(guessRecord))
