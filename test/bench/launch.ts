/** From the click's timestamp to the start of the program that takes the link, against a bare extension in the same browser. @module */
import { rm } from 'node:fs/promises'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { noteText } from '../e2e/buttons.ts'
import {
  CONTROL,
  clickControl,
  closeControl,
  openReachStage,
  type ReachStage,
  registerByForm,
  showContact,
  storedDevices,
  textWith,
} from '../e2e/reach-stage.ts'
import { save } from '../e2e/stage.ts'
import { writeBareLauncher } from './bare-extension.ts'
import { type Measurement, median } from './report.ts'
import { timedClick } from './timed-click.ts'

const WARM_UPS = 2
const CLICKS = 21
const REMOTE = 'Remote'

/** Clicks alternately on our button, for a device that is controlled without a question, and on the bare one. */
export async function benchLaunch(): Promise<readonly Measurement[]> {
  const bare = await writeBareLauncher('teamviewerapi://control?d=124124124&s=0')
  const stage = await openReachStage('chromium', { moreExtensions: [bare] })
  try {
    const page = await setUp(stage)
    const ours: number[] = []
    const floor: number[] = []
    const answers: number[] = []
    for (let round = 0; round < WARM_UPS + CLICKS; round += 1) {
      const least = await clickToLaunch(stage, page, 'Bare')
      const own = await clickToLaunch(stage, page, REMOTE)
      if (round < WARM_UPS) continue
      floor.push(least)
      ours.push(own)
      answers.push(answerTime(stage))
    }
    const [own, least, answer] = [median(ours), median(floor), median(answers)]
    return [
      {
        name: 'bench/launch: click to program, against a bare extension and the simulator’s answer time',
        ratio: own / (least + answer),
        limit: { atMost: 1.25 },
        detail: `medians of ${CLICKS} clicks: ${own.toFixed(1)} ms, ${least.toFixed(1)} ms and ${answer.toFixed(1)} ms`,
      },
    ]
  } finally {
    await stage.close()
    await rm(bare, { recursive: true, force: true })
  }
}

async function setUp(stage: ReachStage): Promise<Page> {
  await registerByForm(stage, stage.reach.addDevice({ alias: 'PC-4711' }), 'PC-4711')
  const targetId = (await storedDevices(stage))[0]?.id ?? ''
  const { accountId } = stage
  await save(stage, 'desk.saveShortcut', { name: REMOTE, accountId, action: 'control', targetId, inPage: true })
  const page = await stage.session.open(stage.lab.origin)
  await showContact(stage, page, 'c-1')
  const asking = await clickControl(stage, page, REMOTE)
  await textWith(asking, 'Control PC-4711')
  await asking.click('input[type="checkbox"]')
  await asking.click('.start')
  await stage.handler.link(0)
  await closeControl(stage, asking)
  return page
}

async function clickToLaunch(stage: ReachStage, page: Page, label: string): Promise<number> {
  const before = stage.handler.links().length
  const clickedAt = await timedClick(page, label, async () => {
    await until(`the launch after a click on ${label}`, () => stage.handler.links().length > before, {
      detail: () => noteText(page),
    })
  })
  const opened = await stage.session.waitForPage((url) => /\/(control|launch)\.html$/.test(url))
  await opened.close()
  await until('the window to close', async () => !(await stage.session.pages()).includes(opened))
  return stage.handler.launchedAt(before) - clickedAt
}

function answerTime({ reach }: ReachStage): number {
  const { arrivedAt, answeredAt } = reach.requests.of(CONTROL).at(-1) ?? {}
  return (answeredAt ?? Number.NaN) - (arrivedAt ?? Number.NaN)
}
