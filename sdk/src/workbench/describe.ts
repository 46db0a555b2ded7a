/** A plugin and its examples as the page shows them. @module */
import { factLabel } from '../field-texts.ts'
import type { Action, Plugin } from '../plugin.ts'
import { facts } from '../prepare-run.ts'
import type { Example, ReplyExample } from '../testing/example.ts'
import type { AlternativeDescription, Description, ExampleDescription, WrittenReply } from './messages.ts'

/** Describes a plugin; what it holds beside data is left out. */
export function describePlugin(
  plugin: Plugin,
  examples: readonly Example[],
  { live, exampleProblem }: { readonly live: boolean; readonly exampleProblem: string | undefined },
): Description {
  const { id, name, version, permissions, account, target, actions } = plugin
  const described: Description = {
    id,
    name,
    version,
    permissions,
    account,
    ...(target === undefined ? {} : { target: { name: target.name, fields: target.fields } }),
    facts: facts.map((fact) => ({ name: fact, label: factLabel(fact) })),
    actions: Object.entries(actions).map(([action, alternatives]) => ({
      name: action,
      alternatives: alternatives.map(alternative),
    })),
    examples: examples.map((example) => exampleOf(plugin, example)),
    ...(exampleProblem === undefined ? {} : { exampleProblem }),
    live,
  }
  // Data that does not survive JSON is told by a check; here it must not stop the page.
  return JSON.parse(JSON.stringify(described)) as Description
}

function alternative({ kind, label, for: whom, on, needs, input }: Action): AlternativeDescription {
  return { kind, label, for: whom, on: on ?? 'target', needs: needs ?? [], input: input ?? {} }
}

/** The person of an example is of the form that its action reads. */
function exampleOf(plugin: Plugin, example: Example): ExampleDescription {
  const { name, action, account = {}, target = {}, person = {}, input = {}, targets = [], now } = example
  const isForContact = plugin.actions[action]?.[0]?.for === 'contact'
  return {
    name,
    action,
    values: {
      account,
      target,
      me: isForContact ? {} : person,
      contact: isForContact ? person : {},
      inputs: { [action]: input },
      targets,
      now,
    },
    replies: (example.replies ?? []).map(writtenReply),
  }
}

function writtenReply({ status = 200, headers = {}, json, text = '' }: ReplyExample): WrittenReply {
  return { status, headers, body: json === undefined ? text : JSON.stringify(json, null, 2) }
}
