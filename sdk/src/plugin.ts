/** A plugin: one vendor as one plain object. @module */
import type { BulkRule, Confirmation, Question, Recognition, TargetEnd, TextRecognition } from './action-rules.ts'
import type { Condition, ConditionValue, Fields, Value, Values } from './fields.ts'
import type { Outcome } from './outcome.ts'
import type { Text } from './text.ts'

/** What can be known of a person. */
export type Fact = 'firstName' | 'lastName' | 'username' | 'email' | 'phone' | 'company'

/** Whom a link is for; the facts an action needs are there for sure. */
export type Person<Needed extends Fact = never> = { readonly [F in Fact]: string | undefined } & {
  readonly [F in Needed]: string
}

/**
 * What the host lets a plugin do; what is not named here does not exist for it.
 *
 * Patterns are `https://host/path*`, `scheme:*` for app links, or start with an account's URL setting: `{account.server}/*`
 * is all below it, `{account.page}?*` that page with any query.
 */
export interface Permissions {
  /** What its links may open. */
  readonly open?: readonly string[]
  /** What its tasks may call; with `clientCertificate` the browser may present the user's certificate. */
  readonly fetch?: readonly (string | { readonly pattern: string; readonly clientCertificate: true })[]
}

/** The pictogram that an action's button shows. */
export type ActionIcon = 'join' | 'invite' | 'control' | 'schedule' | 'manage'

/** A value, or a list of values of which one will do. */
type Asked<Possible extends ConditionValue> = Possible | readonly Possible[]

interface ActionBase<A extends Fields, I extends Fields> {
  /** The button's word. */
  readonly label: Text
  readonly icon?: ActionIcon
  /** Whom it is for: the user, or the contact in the record. */
  readonly for: 'me' | 'contact'
  /** What it works on: a target, unless it says `account`. */
  readonly on?: 'target' | 'account'
  /**
   * It applies only to accounts with these settings, each of this value or of one of these; two ways to one end are
   * alternatives under one name.
   */
  readonly when?: { readonly [Name in keyof A]?: Asked<Extract<Value<A[Name]>, ConditionValue>> }
  /** What it asks the user before it runs. */
  readonly input?: I
  /**
   * It reaches into somebody's computer: the host asks in a window of its own, unless the user turned that off for the
   * target; and a shortcut to it may leave open which target is meant until the click.
   */
  readonly asksFirst?: Question
  /** It does harm that cannot be undone: the host asks before each run. For tasks of the user's own. */
  readonly confirm?: Confirmation
  /** It may be run for many inputs, each of which makes a target of its own; for actions on an account. */
  readonly inBulk?: BulkRule
}

/** What every action gets. */
export interface ActionArguments<A extends Fields, T extends Fields, N extends Fact, I extends Fields> {
  readonly account: Values<A>
  readonly target: Values<T>
  readonly person: Person<N>
  readonly input: Values<I>
  /** Milliseconds since 1970. */
  readonly now: number
}

/** The answer to a request of a task. */
export interface Reply {
  readonly status: number
  /** A header's value, by its name in any case. */
  header(name: string): string | undefined
  readonly text: string
  /**
   * The body as JSON, checked by a Standard Schema where one is given.
   *
   * @throws PluginError `bad-answer` where it is not JSON or not of that shape.
   */
  json(): unknown
  json<Output>(schema: ReplySchema<Output>): Output
}

/** The part of Standard Schema (v1) that replies need: any library's synchronous schema fits. */
export interface ReplySchema<Output> {
  readonly '~standard': {
    readonly version: 1
    readonly vendor: string
    readonly validate: (
      value: unknown,
    ) =>
      | { readonly value: Output; readonly issues?: undefined }
      | { readonly issues: readonly { readonly message: string }[] }
      | Promise<unknown>
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined
  }
}

/** A request of a task. */
export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly headers?: { readonly [name: string]: string }
  /** Sent as JSON with its content type. */
  readonly json?: unknown
  /** Milliseconds until the whole answer must be there; 30,000 unless told. */
  readonly timeoutMilliseconds?: number
  /** Once it is sent, calling the task off does not end it: its answer is worth more than the time. */
  readonly keepWaiting?: true
}

/** What a task may do besides thinking. */
export interface TaskHost {
  /** Fresh random bytes from the system. */
  random(byteCount: number): Uint8Array
  /** Milliseconds since 1970. */
  now(): number
  /** Aborts when the user or the host calls it off. */
  readonly signal: AbortSignal
  /** Writes a line for diagnosis; secrets in it are masked. */
  log(message: string): void
  /** How far it is, from 0 to 1. */
  progress(fraction: number, text?: Text): void
}

/** Calls what the permissions name. */
export interface FetchHost {
  /**
   * Sends one request, without cookies, following no redirect.
   *
   * @throws PluginError `not-permitted` outside the permissions and for a redirect, `unreachable`, `timeout`, `cancelled`,
   * `bad-answer` for a body over 5 MiB.
   */
  fetch(url: string, request?: Request): Promise<Reply>
}

/** Stores a target, and tells of those that are stored. */
export interface SaveHost {
  /**
   * Stores a target now; it is safe when the promise resolves.
   *
   * All that one run stores is one target: the run's own, or on an account a new one. Every further `save` replaces it
   * whole, and so does the outcome `target`.
   */
  save(target: { readonly [field: string]: unknown }): Promise<void>
  /** The account's stored targets, raw as forms hold them and without their secrets. */
  targets(): Promise<readonly { readonly [field: string]: unknown }[]>
}

/** The host that a task gets: `fetch` only with fetch permissions, `save` and `targets` only where the plugin has targets. */
export type HostFor<P extends Permissions, T extends Fields> = TaskHost &
  (P extends { fetch: readonly unknown[] } ? FetchHost : unknown) &
  (keyof T extends never ? unknown : SaveHost)

/** A pure and synchronous action: same arguments, same outcome. */
export interface LinkDefinition<A extends Fields, T extends Fields, N extends Fact, I extends Fields>
  extends ActionBase<A, I> {
  readonly needs?: readonly N[]
  build(args: ActionArguments<A, T, N, I>): Outcome
}

/** An asynchronous action with the host's help. */
export interface TaskDefinition<
  A extends Fields,
  T extends Fields,
  P extends Permissions,
  N extends Fact,
  I extends Fields,
> extends ActionBase<A, I> {
  readonly needs?: readonly N[]
  run(args: ActionArguments<A, T, N, I> & { readonly host: HostFor<P, T> }): Promise<Outcome>
}

type NoFields = Record<never, never>

/** What an action's arguments look like to a host, which knows the fields as data only. */
export interface AnyArguments {
  readonly account: { readonly [name: string]: unknown }
  readonly target: { readonly [name: string]: unknown }
  readonly person: Person
  readonly input: { readonly [name: string]: unknown }
  readonly now: number
}

interface AnyActionBase {
  readonly label: Text
  readonly icon?: ActionIcon
  readonly for: 'me' | 'contact'
  readonly on?: 'target' | 'account'
  readonly needs?: readonly Fact[]
  readonly when?: Condition
  readonly input?: Fields
  readonly asksFirst?: Question
  readonly confirm?: Confirmation
  readonly inBulk?: BulkRule
}

/** A link action, as hosts see it. */
export interface LinkAction extends AnyActionBase {
  readonly kind: 'link'
  build(args: AnyArguments): Outcome
}

/** A task, as hosts see it. */
export interface TaskAction extends AnyActionBase {
  readonly kind: 'task'
  run(args: AnyArguments & { readonly host: TaskHost & Partial<FetchHost & SaveHost> }): Promise<Outcome>
}

/** An action, as hosts see it. */
export type Action = LinkAction | TaskAction

/** The two ways to write an action, typed by the plugin's own fields and permissions. */
export interface ActionKinds<A extends Fields, T extends Fields, P extends Permissions> {
  link<N extends Fact = never, const I extends Fields = NoFields>(definition: LinkDefinition<A, T, N, I>): LinkAction
  task<N extends Fact = never, const I extends Fields = NoFields>(definition: TaskDefinition<A, T, P, N, I>): TaskAction
}

/** What an author writes. */
export interface PluginDefinition<
  A extends Fields,
  T extends Fields,
  P extends Permissions,
  Actions extends { readonly [name: string]: Action | readonly Action[] },
> {
  /** The contract's version. */
  readonly api: 1
  /** A reversed domain name that the author owns. */
  readonly id: string
  readonly name: Text
  readonly version: string
  readonly permissions: P
  /** The settings of one organisation. */
  readonly account: A
  /** What its links lead to. */
  readonly target?: { readonly name: Text; readonly fields: T; readonly over?: TargetEnd }
  readonly recognize?: readonly Recognition[]
  readonly recognizeText?: readonly TextRecognition[]
  actions(kinds: ActionKinds<A, T, P>): Actions
}

/** A plugin, as hosts see it: everything but the actions' functions survives JSON. */
export interface Plugin<ActionName extends string = string> {
  readonly api: 1
  readonly id: string
  readonly name: Text
  readonly version: string
  readonly permissions: Permissions
  readonly account: Fields
  readonly target?: { readonly name: Text; readonly fields: Fields; readonly over?: TargetEnd }
  readonly recognize?: readonly Recognition[]
  readonly recognizeText?: readonly TextRecognition[]
  /** Alternatives by name: the first whose `when` fits the account is the one. */
  readonly actions: { readonly [Name in ActionName]: readonly Action[] }
}

/**
 * Defines a plugin: checks nothing, registers nothing, gives the types their inference.
 *
 * @example
 * const meet = definePlugin({
 *   api: 1, id: 'example.meet', name: 'Meet', version: '1.0.0',
 *   permissions: { open: ['https://meet.example/*'] },
 *   account: {},
 *   target: { name: 'Room', fields: { room: { type: 'text', label: 'Room' } } },
 *   actions: ({ link }) => ({
 *     join: link({ label: 'Join', for: 'me', build: ({ target }) => ({ type: 'tab', url: url('https://meet.example/', { room: target.room }) }) }),
 *   }),
 * })
 */
export function definePlugin<
  const A extends Fields,
  const P extends Permissions,
  Actions extends { readonly [name: string]: Action | readonly Action[] },
  const T extends Fields = NoFields,
>(definition: PluginDefinition<A, T, P, Actions>): Plugin<keyof Actions & string> {
  const kinds = {
    link: (action: object) => ({ ...action, kind: 'link' }),
    task: (action: object) => ({ ...action, kind: 'task' }),
  } as unknown as ActionKinds<A, T, P>
  const actions = Object.entries(definition.actions(kinds)).map(([name, action]) => [name, [action].flat()])
  return { ...definition, actions: Object.fromEntries(actions) } as Plugin<keyof Actions & string>
}
