/** The data of a companion's plugin, and of a version that asks for more. @module */
import { definePlugin } from '@joinery/sdk'
import { dataHalf, type PluginData } from '@joinery/sdk/companion'

/** What it announces first. */
export const data = dataHalf(
  definePlugin({
    api: 1,
    id: 'example.remote',
    name: 'Remote',
    version: '1.0.0',
    permissions: { open: ['remote:*'] },
    account: {},
    target: { name: 'Device', fields: { device: { type: 'text', label: 'Device' } } },
    actions: ({ link }) => ({
      control: link({
        label: 'Control',
        for: 'contact',
        needs: ['email'],
        build: ({ target }) => ({ type: 'app', url: `remote://${target.device}` }),
      }),
    }),
  }),
)

/** What it announces later. */
export const wider: PluginData = {
  ...data,
  version: '2.0.0',
  permissions: { open: ['remote:*', 'https://remote.example/*'] },
}
