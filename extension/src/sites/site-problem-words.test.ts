import { expect, test, vi } from 'vitest'
import { speak } from '../invitations/texts-fixture.ts'
import type { SiteFault } from './site-file.ts'
import { siteProblemWords } from './site-problem-words.ts'

vi.mock('#i18n', () => import('../invitations/texts-fixture.ts'))

const path = 'records[0].kind'
const aboutPlace: readonly SiteFault[] = [
  'missing',
  'unknown',
  'wrongKind',
  'wrongChoice',
  'wrongForm',
  'tooLong',
  'tooMany',
  'empty',
]

test.each(['en', 'de'] as const)(
  'each fault is told in a sentence of its own that names its place (%s)',
  (language) => {
    speak(language)
    const sentences = aboutPlace.map((fault) => siteProblemWords({ path, fault, allowed: 'contact, lead' }))
    for (const sentence of sentences) expect(sentence).toContain(path)
    expect(new Set(sentences).size).toBe(aboutPlace.length)
    expect(siteProblemWords({ path, fault: 'wrongChoice', allowed: 'contact, lead' })).toContain('contact, lead')
    for (const fault of ['noFile', 'noPages'] as const) {
      expect(siteProblemWords({ path: '', fault, allowed: '' })).toMatch(/^[A-Z].+\.$/)
    }
  },
)
