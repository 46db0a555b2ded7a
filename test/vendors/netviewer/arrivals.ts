/** A list that grows, and on whose items a test can wait. @module */

/** The list as a test sees it. */
export interface Arrivals<Item> {
  /** All that is there, in order. */
  readonly all: readonly Item[]
  /** The item of that number, from 0, as soon as it is there. */
  at(index: number): Promise<Item>
}

/** The list with its other end. */
export interface OpenArrivals<Item> extends Arrivals<Item> {
  add(item: Item): void
}

/** An empty list. */
export function makeArrivals<Item>(): OpenArrivals<Item> {
  const all: Item[] = []
  const waiting: { readonly index: number; readonly resolve: (item: Item) => void }[] = []
  return {
    all,
    at: (index) => {
      const item = all[index]
      return item === undefined ? new Promise((resolve) => waiting.push({ index, resolve })) : Promise.resolve(item)
    },
    add: (item) => {
      all.push(item)
      for (const { index, resolve } of waiting) if (index === all.length - 1) resolve(item)
    },
  }
}
