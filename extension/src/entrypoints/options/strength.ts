/** How hard a passphrase is to guess. @module */

/** From 0, guessed at once, to 4. */
export type Score = 0 | 1 | 2 | 3 | 4

/** Passphrases below this are not taken. */
export const LEAST_SCORE: Score = 3

// zxcvbn-ts: kept since 2020, last release August 2026, 0.4 MB of common passwords and diceware words; loaded here alone.
const estimator = loadEstimator()

/** Estimates a passphrase the way people who guess them go about it. */
export async function strengthOf(passphrase: string): Promise<Score> {
  return (await estimator).check(passphrase).score
}

async function loadEstimator() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ])
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
}
