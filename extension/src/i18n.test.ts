import { afterEach, expect, test, vi } from 'vitest'
import { chosenTexts, i18n, useTexts } from './i18n.ts'

const inBrowser = vi.hoisted(() => ({
  language: 'en',
  ui_saved: 'Saved.',
  run_opened: '$1 opened.',
  run_rows: 'Nothing. | $1 row. | $1 rows.',
}))
vi.mock('wxt/browser', () => ({
  browser: {
    i18n: {
      getMessage: (name: keyof typeof inBrowser, substitutions: readonly string[]) =>
        inBrowser[name]?.replaceAll('$1', substitutions[0] ?? '') ?? '',
    },
  },
}))

afterEach(() => useTexts(undefined))

test('texts are in the browser’s language where none was chosen', () => {
  expect(i18n.t('ui.saved')).toBe('Saved.')
  expect(i18n.t('run.opened', ['Room'])).toBe('Room opened.')
  expect([0, 1, 2].map((count) => i18n.t('run.rows', count))).toEqual(['Nothing.', '1 row.', '2 rows.'])
  expect(chosenTexts(/./)).toBeUndefined()
})

test('texts are in the chosen language, with its own forms of plurals', () => {
  useTexts({
    language: { message: 'ru' },
    run_opened: { message: 'Открыто: $1.' },
    run_rows: { message: 'Ничего. | $1 строка. | $1 строки. | $1 строк.' },
  })
  expect(i18n.t('run.opened', ['$1'])).toBe('Открыто: $1.')
  const rows = [0, 1, 3, 5, 21].map((count) => i18n.t('run.rows', count))
  expect(rows).toEqual(['Ничего.', '1 строка.', '3 строки.', '5 строк.', '21 строка.'])
  expect(Object.keys(chosenTexts(/^run_/) ?? {})).toEqual(['run_opened', 'run_rows'])
})

test('a text that is not there is told to developers', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined)
  expect(i18n.t('about.title')).toBe('')
  expect(warn).toHaveBeenCalledWith('There is no text “about.title”.')
})
