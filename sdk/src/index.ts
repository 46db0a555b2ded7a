/** What a plugin's author imports. @module */
export type { BulkRule, Confirmation, Question, Recognition, TargetEnd, TextRecognition } from './action-rules.ts'
export { type ErrorCode, errorCodes, isPluginError, PluginError, type PluginErrorOptions } from './errors.ts'
export type {
  BooleanField,
  ChoiceField,
  Condition,
  ConditionValue,
  DatetimeField,
  EmailField,
  Field,
  FieldBase,
  Fields,
  FileField,
  FileValue,
  ListField,
  NumberField,
  SecretField,
  TextField,
  UrlField,
  Value,
  Values,
} from './fields.ts'
export type {
  AppOutcome,
  Cell,
  DoneOutcome,
  Guest,
  InviteOutcome,
  LinksOutcome,
  Outcome,
  PopupOutcome,
  RemovedOutcome,
  TableOutcome,
  TabOutcome,
  TargetOutcome,
} from './outcome.ts'
export {
  type Action,
  type ActionArguments,
  type ActionIcon,
  type ActionKinds,
  type AnyArguments,
  definePlugin,
  type Fact,
  type FetchHost,
  type HostFor,
  type LinkAction,
  type LinkDefinition,
  type Permissions,
  type Person,
  type Plugin,
  type PluginDefinition,
  type Reply,
  type ReplySchema,
  type Request,
  type SaveHost,
  type TaskAction,
  type TaskDefinition,
  type TaskHost,
} from './plugin.ts'
export { SECRET_MASK, Secret } from './secret.ts'
export { type Text, textIn } from './text.ts'
export { encode, type Parameters, type ParameterValue, url } from './url.ts'
