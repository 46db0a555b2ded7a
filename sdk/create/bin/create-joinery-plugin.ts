#!/usr/bin/env node
/** The command `create-joinery-plugin`: starts a plugin in a folder of its own. @module */
import { askOnTerminal, main } from '../src/main.ts'

process.exitCode = await main(process.argv.slice(2), {
  folder: process.cwd(),
  ask: askOnTerminal(),
  print: (line) => void process.stdout.write(`${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
})
