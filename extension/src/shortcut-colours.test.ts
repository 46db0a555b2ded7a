import { expect, test } from 'vitest'
import { COLOURS, cssColour } from './shortcut-colours.ts'

// What icons stand on: our own pages, and the pages of a light and a dark CRM.
const LIGHT = ['#ffffff', '#f4f6f6', '#edf2f2']
const DARK = ['#1c1f21', '#25292b', '#2b2f36']

test.each(COLOURS)('%s is seen on light and on dark (WCAG 2.2, 1.4.11)', (name) => {
  const [light = '', dark = ''] = cssColour(name).match(/#[0-9a-f]{6}/g) ?? []
  for (const ground of LIGHT) expect(contrast(light, ground)).toBeGreaterThanOrEqual(4.5)
  for (const ground of DARK) expect(contrast(dark, ground)).toBeGreaterThanOrEqual(4.5)
})

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((first, second) => first - second)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const part = Number.parseInt(colour.slice(place, place + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
