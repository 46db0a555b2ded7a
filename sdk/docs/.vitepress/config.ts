/** The documentation site, as VitePress builds it. @module */
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitepress'
import { llmsText } from '../site/llms.ts'
import { DOCS, readPages } from '../site/pages.ts'
import { sidebar } from '../site/sidebar.ts'

const pages = readPages()

export default defineConfig({
  title: 'Joinery SDK',
  description: 'How to write, check and deliver a plugin for Joinery.',
  outDir: 'dist',
  cacheDir: 'node_modules/.vitepress',
  cleanUrls: true,
  head: [['link', { rel: 'icon', href: 'data:,' }]],
  // Pages call the index of a folder README.md where GitHub is to show it.
  rewrites: { 'checks/README.md': 'checks/index.md' },
  themeConfig: { sidebar: sidebar(pages), outline: [2, 3], search: { provider: 'local' } },
  // Programs read the pages as they are written; `llms.txt` tells where they are.
  buildEnd: ({ outDir }) => {
    writeFileSync(join(outDir, 'llms.txt'), llmsText(pages))
    for (const { path } of pages) copyFileSync(join(DOCS, path), join(outDir, path))
  },
})
