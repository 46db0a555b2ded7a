/** What benchmarks share: medians, and a line that states ratio and limit. @module */

/** A ratio, measured against a floor in the same run. */
export interface Measurement {
  readonly name: string
  readonly ratio: number
  /** The ratio must be at most this, or at least this. */
  readonly limit: { readonly atMost: number } | { readonly atLeast: number }
  /** The figures behind it, for people. */
  readonly detail: string
}

/** The middle of some figures. */
export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new RangeError('A median needs figures')
  return sorted.length % 2 === 1 ? middle : (middle + (sorted[sorted.length / 2 - 1] ?? middle)) / 2
}

/** The figure below which 95 of 100 are. */
export function percentile(figures: readonly number[]): number {
  return figures.toSorted((one, other) => one - other)[Math.floor(figures.length * 0.95)] ?? Number.POSITIVE_INFINITY
}

/** Whether a measurement keeps its limit. */
export function keepsLimit({ ratio, limit }: Measurement): boolean {
  return 'atMost' in limit ? ratio <= limit.atMost : ratio >= limit.atLeast
}

/** Prints a measurement as one line. */
export function print(measurement: Measurement): void {
  const { name, ratio, limit, detail } = measurement
  const wanted = 'atMost' in limit ? `at most ${limit.atMost}` : `at least ${limit.atLeast}`
  const verdict = keepsLimit(measurement) ? 'ok  ' : 'OVER'
  console.info(`${verdict} ${name}: ${ratio.toFixed(2)} (${wanted}); ${detail}`)
}
