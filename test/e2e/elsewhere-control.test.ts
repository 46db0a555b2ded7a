/** Remote control without a page's button: by command, by a selected id, by the address bar; each ends in the window that asks. @module */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Page } from '../browsers/session.ts'
import { chooseItem, enterText, giveCommand, suggestedFor } from './background-events.ts'
import {
  CONTROL,
  closeControl,
  openReachStage,
  type ReachStage,
  registerByForm,
  showContact,
  textWith,
} from './reach-stage.ts'
import { save } from './stage.ts'

describe.runIf(inject('browser') === 'chromium')('with a device registered', () => {
  let stage: ReachStage
  let page: Page
  let launched = 0

  beforeAll(async () => {
    stage = await openReachStage('chromium')
    for (const alias of ['PC-4711', 'PC-4712']) await registerByForm(stage, stage.reach.addDevice({ alias }), alias)
    page = await stage.session.open(stage.lab.origin)
  })
  afterAll(() => stage?.close())

  const controlWindow = () => stage.session.waitForPage((url) => url.endsWith('/control.html'))

  /** Agrees, and tells which device the vendor's program connects to. */
  async function start(control: Page): Promise<unknown> {
    await control.click('.start')
    const link = await stage.handler.link(launched)
    launched += 1
    await closeControl(stage, control)
    return stage.reach.launch(link)
  }

  test('the command asks about the device of the record in front', async () => {
    await showContact(stage, page, 'c-1', 'TeamViewer: 124 124 124')
    await giveCommand(stage.session, 'control-record')
    const control = await controlWindow()
    await textWith(control, 'Control PC-4711 of Contoso for Ada c-1?')
    expect(stage.reach.requests.of(CONTROL)).toHaveLength(0)
    expect(await start(control)).toMatchObject({ connected: { remotecontrolId: 'r124124124' } })
  })

  test.each(['124 124 125', 'pc-4712', 'TeamViewer 124124125'])(
    'the selected text %j is asked about as the device that it names',
    async (selectionText) => {
      await showContact(stage, page, 'c-1', 'TeamViewer: 124 124 124')
      await chooseItem(stage.session, 'control-text', { selectionText })
      const control = await controlWindow()
      await textWith(control, 'Control PC-4712 of Contoso?')
      expect(await start(control)).toMatchObject({ connected: { remotecontrolId: 'r124124125' } })
    },
  )

  test('a text that names no device of ours is not taken for the record’s: the user picks one', async () => {
    await chooseItem(stage.session, 'control-text', { selectionText: '999 999 999' })
    const control = await controlWindow()
    await textWith(control, 'Which device')
    await control.close()
  })

  test('the address bar asks as well, even where the vault was locked', async () => {
    await save(stage, 'vault.lock', {})
    expect(await suggestedFor(stage.session, 'pc-4712')).toEqual([])
    await enterText(stage.session, 'pc-4712')
    const unlocking = await stage.session.waitForPage((url) => url.endsWith('/unlock.html'))
    await unlocking.fill('input[type="password"]', stage.passphrase)
    await unlocking.press('Enter')
    const control = await controlWindow()
    await textWith(control, 'Control PC-4712 of Contoso')
    expect(await start(control)).toMatchObject({ connected: { remotecontrolId: 'r124124125' } })
  })
})
