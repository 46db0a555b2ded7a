/** Keys as WebDriver writes them. @module */

const KEYS: Readonly<Record<string, string>> = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Meta: '\uE03D',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  Space: ' ',
  Tab: '\uE004',
}

/** One step of a key action. */
export interface KeyAction {
  readonly type: 'keyDown' | 'keyUp'
  readonly value: string
}

/** The steps that press a key, as `Enter` or `Control+Shift+y`: all down in order, and up again. */
export function pressKey(key: string): readonly KeyAction[] {
  const values = (key === '+' ? [key] : key.split('+')).map(keyValue)
  const down = values.map((value) => ({ type: 'keyDown', value }) as const)
  const up = values.toReversed().map((value) => ({ type: 'keyUp', value }) as const)
  return [...down, ...up]
}

function keyValue(name: string): string {
  const value = KEYS[name] ?? name
  if ([...value].length !== 1) throw new Error(`There is no key "${name}".`)
  return value
}
