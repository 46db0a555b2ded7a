/** The colours of our pages can be told from what they stand on, in light and in dark. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const sheet = readFileSync(fileURLToPath(new URL('tokens.css', import.meta.url)), 'utf8')
const PAIR = /--([\w-]+): light-dark\(#([\da-f]{6}), #([\da-f]{6})\)/g
const colours = new Map([...sheet.matchAll(PAIR)].map(([, name, light, dark]) => [name, { light, dark }]))

/** WCAG 2.2, 1.4.3 and 1.4.11. */
const TEXT = 4.5
const EDGE = 3

const surfaces = ['surface', 'surface-sunken', 'surface-raised', 'surface-hover', 'surface-chosen'] as const
const pairs: readonly (readonly [colour: string, on: string, atLeast: number])[] = [
  ...surfaces.flatMap((on) => [['text', on, TEXT] as const, ['text-quiet', on, TEXT] as const]),
  ...surfaces.map((on) => ['accent', on, TEXT] as const),
  ...(['surface', 'surface-sunken', 'surface-raised'] as const).map((on) => ['line-strong', on, EDGE] as const),
  ['on-accent', 'accent', TEXT],
  ['on-accent', 'accent-hover', TEXT],
  ['danger', 'surface', TEXT],
  ['danger', 'surface-raised', TEXT],
  ['danger', 'surface-hover', TEXT],
  ['danger', 'danger-surface', TEXT],
  ['success', 'surface', TEXT],
  ['success', 'success-surface', TEXT],
  ['text', 'notice-surface', TEXT],
  ['accent', 'notice-surface', TEXT],
]

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  test.each(pairs)('%s on %s', (colour, on, atLeast) => {
    expect(contrast(colours.get(colour)?.[scheme], colours.get(on)?.[scheme])).toBeGreaterThanOrEqual(atLeast)
  })
})

function contrast(one = '', other = ''): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
