#!/usr/bin/env node
/** The command `joinery-plugin`: checks a plugin, or runs one of its actions. @module */
import { main } from '../src/command/main.ts'

process.exitCode = await main(process.argv.slice(2), {
  folder: process.cwd(),
  input: process.stdin,
  print: (line) => void process.stdout.write(`${line}\n`),
  note: (line) => void process.stderr.write(`${line}\n`),
})
