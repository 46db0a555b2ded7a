/** Says what is wrong with a site's file. @module */
import { i18n } from '#i18n'
import type { SiteProblem } from './site-file.ts'

/** A sentence for whoever wrote or imports the file. */
export function siteProblemWords({ path, fault, allowed }: SiteProblem): string {
  switch (fault) {
    case 'noFile':
    case 'noPages':
      return i18n.t(`siteFile.${fault}`)
    case 'wrongChoice':
    case 'tooLong':
    case 'tooMany':
      return i18n.t(`siteFile.${fault}`, [path, allowed])
    default:
      return i18n.t(`siteFile.${fault}`, [path])
  }
}
