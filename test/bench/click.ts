/** From the click's timestamp to the request's arrival at the vendor, against a bare extension in the same browser. @module */
import { rm } from 'node:fs/promises'
import type { Page } from '../browsers/session.ts'
import { until } from '../browsers/wait.ts'
import { noteText } from '../e2e/buttons.ts'
import { enableSite, OMNOVIA, openStage, type Stage, setUpOrganisation } from '../e2e/stage.ts'
import { writeBareExtension } from './bare-extension.ts'
import { type Measurement, median } from './report.ts'
import { timedClick } from './timed-click.ts'

const WARM_UPS = 3
const CLICKS = 25

/** Clicks alternately on our button and on the bare one. */
export async function benchClick(): Promise<readonly Measurement[]> {
  const bare = await writeBareExtension(`https://${OMNOVIA}/pages/sc2/room_login.php?companyID=1234&role=2`)
  const stage = await openStage('chromium', { moreExtensions: [bare] })
  try {
    await setUpOrganisation(stage)
    await enableSite(stage, stage.lab.origin)
    const page = await stage.session.open(stage.lab.origin)
    await page.evaluate(() => lab.main().append(lab.contact('c-1')))
    const ours: number[] = []
    const floor: number[] = []
    for (let round = 0; round < WARM_UPS + CLICKS; round += 1) {
      const own = await clickToArrival(stage, page, 'Join Support')
      const least = await clickToArrival(stage, page, 'Bare')
      if (round < WARM_UPS) continue
      ours.push(own)
      floor.push(least)
    }
    return [
      {
        name: 'bench/click: click to request, against a bare extension',
        ratio: median(ours) / median(floor),
        limit: { atMost: 1.25 },
        detail: `medians of ${CLICKS} clicks: ${median(ours).toFixed(1)} ms and ${median(floor).toFixed(1)} ms`,
      },
    ]
  } finally {
    await stage.close()
    await rm(bare, { recursive: true, force: true })
  }
}

async function clickToArrival(stage: Stage, page: Page, label: string): Promise<number> {
  const before = stage.rooms.visits.length
  const clickedAt = await timedClick(page, label, async () => {
    // A click that was refused would be waited for in vain: what the button says of it tells why.
    await until(`the visit after a click on ${label}`, () => stage.rooms.visits.length > before, {
      detail: () => noteText(page),
    })
  })
  const { arrivedAt } = await stage.rooms.visit(before)
  await (await stage.session.waitForPage((url) => url.startsWith(`https://${OMNOVIA}/`))).close()
  return arrivedAt - clickedAt
}
