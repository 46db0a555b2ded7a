/** Check: every example gives exactly what its author says. @module */
import { attempt, reasonOf } from '../attempt.ts'
import type { Example, RequestExample } from '../example.ts'
import type { SentRequest } from '../fake-server.ts'
import type { Check } from '../report.ts'
import { same, show } from '../same.ts'

/** Every example gives exactly what its author says. */
export const goldenExamples: Check = {
  id: 'golden-examples',
  title: 'Every example has a name of its own, asserts something, and comes out exactly so.',
  find: async (plugin, examples) => {
    const problems = [...(examples.length === 0 ? ['there are no examples'] : []), ...repeatedNames(examples)]
    for (const example of examples) {
      const found = assertsOneThing(example)
        ? differences(example, await attempt(plugin, example))
        : ['it must assert either an outcome or an error']
      problems.push(...found.map((problem) => `"${example.name}": ${problem}`))
    }
    return problems
  },
}

function repeatedNames(examples: readonly Example[]): readonly string[] {
  const names = examples.map(({ name }) => name)
  return names
    .filter((name, index) => name.trim() === '' || names.indexOf(name) !== index)
    .map((name) => `"${name}" names no example or more than one`)
}

function assertsOneThing({ outcome, error }: Example): boolean {
  return (outcome === undefined) !== (error === undefined)
}

function differences(example: Example, tried: Awaited<ReturnType<typeof attempt>>): readonly string[] {
  const { replies = [], saves = [] } = example
  return [
    ...resultDifferences(example, tried),
    ...replies.flatMap(({ request }, index) => requestDifferences(index, request, tried.requests[index])),
    ...tried.requests.slice(replies.length).map(({ method, url }) => `it also asked ${method} ${url}`),
    ...(same(tried.saves, saves) ? [] : [`it stored ${show(tried.saves)}, not ${show(saves)}`]),
  ]
}

function resultDifferences(example: Example, { outcome, error }: Awaited<ReturnType<typeof attempt>>) {
  if (example.error === undefined) {
    if (error !== undefined) return [reasonOf(error)]
    return same(outcome, example.outcome) ? [] : [`it gave ${show(outcome)}, not ${show(example.outcome)}`]
  }
  if (error === undefined) return [`it gave ${show(outcome)}, not the error ${show(example.error)}`]
  const isExpected = error.code === example.error.code && error.field === example.error.field
  return isExpected ? [] : [`${reasonOf(error)}, not as ${show(example.error)}`]
}

function requestDifferences(index: number, expected: RequestExample, sent: SentRequest | undefined) {
  if (sent === undefined) return [`request ${index + 1} was not sent: ${expected.method ?? 'GET'} ${expected.url}`]
  const { method = 'GET', url, json, headers = {} } = expected
  const title = `request ${index + 1}`
  return [
    ...(sent.method === method && sent.url === url
      ? []
      : [`${title} was ${sent.method} ${sent.url}, not ${method} ${url}`]),
    ...(same(sent.json, json) ? [] : [`${title} carried ${show(sent.json)}, not ${show(json)}`]),
    ...Object.entries(headers)
      .filter(([name, value]) => sent.headers[name.toLowerCase()] !== value)
      .map(([name]) => `${title} lacks the header ${name} as the example has it`),
  ]
}
