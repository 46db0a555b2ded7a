/** What the workbench's page, server and worker tell each other: plain data, secrets masked on the way to the page. @module */
import type { Fields } from '../fields.ts'
import type { Fact, Permissions } from '../plugin.ts'
import type { RawValues } from '../read-fields.ts'
import type { SentRequest } from '../testing/fake-server.ts'
import type { CheckResult } from '../testing/report.ts'
import type { Text } from '../text.ts'
import type { Use } from '../trace/compare.ts'

/** A form of the page; `me` and `contact` are persons. */
export type FormName = 'account' | 'target' | 'me' | 'contact' | 'input'

/** What stands in the page's forms. */
export interface Values {
  readonly account: RawValues
  readonly target: RawValues
  readonly me: RawValues
  readonly contact: RawValues
  /** By the names of actions. */
  readonly inputs: { readonly [action: string]: RawValues }
  /** The account's stored targets, which tasks may ask for. */
  readonly targets: readonly RawValues[]
  /** Milliseconds since 1970; this moment where it is absent. */
  readonly now?: number | undefined
}

/** A reply that the author wrote. */
export interface WrittenReply {
  readonly status: number
  readonly headers: { readonly [name: string]: string }
  readonly body: string
}

/** One alternative of an action. */
export interface AlternativeDescription {
  readonly kind: 'link' | 'task'
  readonly label: Text
  readonly for: 'me' | 'contact'
  readonly on: 'target' | 'account'
  readonly needs: readonly Fact[]
  readonly input: Fields
}

/** An example as the page fills it in. */
export interface ExampleDescription {
  readonly name: string
  readonly action: string
  readonly values: Values
  readonly replies: readonly WrittenReply[]
}

/** A plugin as the page shows it. */
export interface Description {
  readonly id: string
  readonly name: Text
  readonly version: string
  readonly permissions: Permissions
  readonly account: Fields
  readonly target?: { readonly name: Text; readonly fields: Fields }
  readonly facts: readonly { readonly name: Fact; readonly label: Text }[]
  readonly actions: readonly { readonly name: string; readonly alternatives: readonly AlternativeDescription[] }[]
  readonly examples: readonly ExampleDescription[]
  /** Why there are no examples, where that is a fault. */
  readonly exampleProblem?: string
  /** Tasks may reach the network. */
  readonly live: boolean
}

/** What the page shows beside the forms' values. */
export interface BenchState {
  /** Counts what was loaded. */
  readonly generation: number
  /** What was loaded last; a plugin that cannot be loaded leaves the one before. */
  readonly description?: Description
  /** Why the files as they are now cannot be loaded. */
  readonly problem?: string
  /** Absent while the checks are being made. */
  readonly checks?: readonly CheckResult[]
}

/** Where a piece of a link comes from. */
export interface ShownOrigin {
  readonly form: FormName
  readonly name: string
  readonly use: Use
}

/** A piece of a link. */
export interface ShownPiece {
  readonly text: string
  readonly origins: readonly ShownOrigin[]
}

/** A link, and where its pieces come from. */
export interface ShownLink {
  /** Where in the outcome it stands, such as `url` or `guest`. */
  readonly place: string
  readonly pieces: readonly ShownPiece[]
  /** The link itself, where it leads into a tab and shows no secret. */
  readonly href?: string
}

/** What an action gave. */
export interface ShownOutcome {
  readonly type: string
  readonly links: readonly ShownLink[]
  /** Everything else in it. */
  readonly rest: { readonly [name: string]: unknown }
}

/** Why an action gave nothing. */
export interface ShownError {
  readonly code: string
  readonly text: Text
  readonly form?: FormName
  readonly field?: string
  /** Seconds. */
  readonly retryAfter?: number
  /** Where a fault in the plugin arose. */
  readonly cause?: string
}

/** An action with the forms' values. */
export interface ActionState {
  readonly name: string
  /** The index of the alternative that applies; absent where none does. */
  readonly alternative?: number
  readonly outcome?: ShownOutcome
  readonly error?: ShownError
  /** Lines that the action printed. */
  readonly lines: readonly string[]
}

/** A request that a task sent, and the reply that it got. */
export interface ShownExchange {
  readonly request: SentRequest
  /** Absent where none was written, or none came. */
  readonly reply?: WrittenReply
}

/** What came out of a task. */
export interface TaskState extends ActionState {
  readonly exchanges: readonly ShownExchange[]
  /** Targets that it stored on the way. */
  readonly saves: readonly unknown[]
}

/** What the page asks. */
export type Question =
  | { readonly kind: 'evaluate'; readonly values: Values }
  | {
      readonly kind: 'run'
      readonly values: Values
      readonly action: string
      readonly replies: readonly WrittenReply[]
      readonly live: boolean
    }

/** What it gets. */
export type Answer =
  | { readonly kind: 'evaluate'; readonly actions: readonly ActionState[] }
  | { readonly kind: 'run'; readonly state: TaskState }
  /** The plugin gave no answer at all. */
  | { readonly kind: 'stuck'; readonly message: string }
