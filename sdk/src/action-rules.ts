/** What hosts do around an action, said as data: find its target in a text, ask first, run a whole list. @module */

/** How a target's id looks in the text of a record, in a field that the site names for it. */
export interface TextRecognition {
  /** A regular expression, looked for everywhere and in any case; its first group is the id, and white space in it is left out. */
  readonly text: string
  /** The target field that holds the id. */
  readonly field: string
  /** What stands before the id in that field. */
  readonly prefix?: string
}

/** How a target shows that it is over, so that hosts do not take it for the one that is meant now. */
export interface TargetEnd {
  /** A choice field of the target, and the values with which it is over. */
  readonly field: string
  readonly values: readonly string[]
}

/** What a host asks before an action runs. */
export interface Question {
  /** The target fields that the question shows besides the label. */
  readonly shows: readonly string[]
}

/** How an action is run for a whole list. */
export interface BulkRule {
  /**
   * The input that names a run for good, such as a request's id, and the target field that keeps it: by it a run that was
   * begun is known again and never begun twice.
   */
  readonly identity: string
}
