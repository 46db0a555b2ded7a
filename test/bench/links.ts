/** Links per second against bare md5 of the same strings. @module */
import omnovia from '@joinery/omnovia'
import { type Action, Secret } from '@joinery/sdk'
import { md5 } from '@joinery/sdk/hash'
import { readFields, readPerson } from '@joinery/sdk/host'
import { type Measurement, median } from './report.ts'

const ROUNDS = 15
const LINKS_A_ROUND = 20_000
const START = 1_700_000_000_000
const PASSWORD = 'a company password of 32 letters'

/** Measures alternately, so that whatever slows the machine slows both. */
export function benchLinks(): readonly Measurement[] {
  const action: Action | undefined = omnovia.actions.join[0]
  if (action?.kind !== 'link' || omnovia.target === undefined) throw new Error('omNovia joins by a link')
  const { build } = action
  const account = readFields(omnovia.account, { companyId: '1234', companyPass: new Secret(PASSWORD) })
  const target = readFields(omnovia.target.fields, { roomId: '5678', label: 'Support' })
  const person = readPerson(
    { firstName: 'Joe', lastName: 'Smith', username: 'joe@smith.com', email: 'joe@smith.com' },
    [],
  )
  const links = (round: number) => {
    for (let index = 0; index < LINKS_A_ROUND; index += 1) {
      build({ account, target, person, input: {}, now: START + (round * LINKS_A_ROUND + index) * 1000 })
    }
  }
  const digests = (round: number) => {
    for (let index = 0; index < LINKS_A_ROUND; index += 1) {
      const timestamp = START / 1000 + 600 + round * LINKS_A_ROUND + index
      md5(`1234${PASSWORD}5678JoeSmith21.3joe_smith.com_${timestamp}`)
    }
  }
  const ratios: number[] = []
  const rates: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const floor = time(digests, round)
    const made = time(links, round)
    ratios.push(floor / made)
    rates.push((LINKS_A_ROUND / made) * 1000)
  }
  return [
    {
      name: 'bench/links: links against bare md5',
      ratio: median(ratios),
      limit: { atLeast: 0.5 },
      detail: `${Math.round(median(rates)).toLocaleString('en')} links a second, median of ${ROUNDS} rounds`,
    },
  ]
}

function time(work: (round: number) => void, round: number): number {
  const start = performance.now()
  work(round)
  return performance.now() - start
}
