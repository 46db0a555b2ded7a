/** `pnpm demo`: the demo CRM in a browser with Joinery set up; without a display, or with `--tour`, a scripted tour. @module */
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { ensureBrowser } from '../browsers/install.ts'
import { enableSite, openStage, setUpOrganisation } from '../e2e/stage.ts'
import { takeTour } from './tour.ts'

const SCREENSHOT_FOLDER = 'demo-screenshots'

async function main(): Promise<void> {
  ensureBrowser('chromium')
  const isTour = process.argv.includes('--tour') || !hasDisplay()
  const stage = await openStage('chromium', { headless: isTour })
  try {
    await setUpOrganisation(stage)
    await enableSite(stage, stage.crm.origin)
    if (isTour) {
      const folder = resolve(SCREENSHOT_FOLDER)
      await mkdir(folder, { recursive: true })
      await takeTour(stage, folder)
      console.info(`Screenshots are in ${folder}`)
      return
    }
    await stage.session.open(`${stage.crm.origin}/contacts/c-1002`)
    console.info(`The demo CRM is at ${stage.crm.origin}: click "Join Support" beside the name.`)
    console.info('At /contacts/c-1007, a room link that somebody wrote down has a "Join" of its own.')
    console.info(`The vault's passphrase is ${stage.passphrase}: Joinery asks for it after it was locked.`)
    console.info('Close the browser to end the demo.')
    await stage.session.ended
  } finally {
    await stage.close()
  }
}

function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
