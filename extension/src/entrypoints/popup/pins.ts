/** Pins: which shortcuts are pinned, and in which order, after a change. @module */

/** With one more at the end, or without one that was there. */
export function togglePin(pins: readonly string[], id: string): readonly string[] {
  return pins.includes(id) ? pins.filter((pin) => pin !== id) : [...pins, id]
}

/** With one moved by so many places; at either end it stays where it is. */
export function movePin(pins: readonly string[], id: string, by: number): readonly string[] {
  const from = pins.indexOf(id)
  return from === -1 ? pins : placePin(pins, id, from + by)
}

/** With one put at a place among the others. */
export function placePin(pins: readonly string[], id: string, place: number): readonly string[] {
  const others = pins.filter((pin) => pin !== id)
  const at = Math.max(0, Math.min(place, others.length))
  return [...others.slice(0, at), id, ...others.slice(at)]
}
