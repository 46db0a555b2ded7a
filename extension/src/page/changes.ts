/** Collects what the page adds and removes, and tells once a frame. @module */

/** What changed since it was last asked for. */
export interface Collected {
  readonly added: readonly NodeList[]
  /** Told in full: to read a list of removed nodes costs, and is seldom needed. */
  readonly records: readonly MutationRecord[]
  /** How many nodes came or went; lists of removed nodes count as one. */
  readonly count: number
}

/** Collects from what is observed; once stopped, it may observe again. */
export interface Changes {
  observe(root: Node): void
  take(): Collected
  /** Asks for another call in the next frame. */
  schedule(): void
  stop(): void
}

/**
 * One observer for all trees, without attributes.
 *
 * @param isOwn whether one added node is what we put there ourselves.
 * @param onFrame called in the frame after a change.
 */
export function createChanges(isOwn: (node: Node, record: MutationRecord) => boolean, onFrame: () => void): Changes {
  let records: MutationRecord[] = []
  let added: NodeList[] = []
  let count = 0
  let frame = 0

  const observer = new MutationObserver((told) => {
    for (const record of told) {
      const { addedNodes } = record
      const { length } = addedNodes
      if (length === 1 && isOwn(addedNodes[0] as Node, record)) continue
      if (length > 0) added.push(addedNodes)
      count += length === 0 ? 1 : length
      records.push(record)
    }
    if (records.length > 0) schedule()
  })

  function schedule(): void {
    if (frame !== 0) return
    frame = requestAnimationFrame(() => {
      frame = 0
      onFrame()
    })
  }

  return {
    observe: (root) => observer.observe(root, { childList: true, subtree: true }),
    take() {
      const collected = { added, records, count }
      records = []
      added = []
      count = 0
      return collected
    },
    schedule,
    stop() {
      cancelAnimationFrame(frame)
      frame = 0
      observer.disconnect()
    },
  }
}
