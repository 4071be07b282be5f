// The table of docs/architecture.md, made from the fence itself: `node tools/arch-table.mjs --write` puts it in its place.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rows } from './arch.mjs'

const page = join(import.meta.dirname, '..', 'docs', 'architecture.md')
const [BEGIN, END] = ['<!-- table: tools/arch.mjs -->', '<!-- /table -->']

const cell = (patterns) => patterns.map((each) => `\`${each.replaceAll('|', '\\|')}\``).join(', ')

export const table = () =>
  [
    '| files | may import |',
    '| --- | --- |',
    ...rows.map(([from, to]) => `| ${cell([from])} | ${cell(to)} |`),
  ].join('\n')

export const tableInPage = () => readFileSync(page, 'utf8').split(BEGIN)[1]?.split(END)[0]?.trim()

if (process.argv.includes('--write')) {
  const text = readFileSync(page, 'utf8')
  const [before, rest] = text.split(BEGIN)
  writeFileSync(page, `${before}${BEGIN}\n\n${table()}\n\n${END}${rest.split(END)[1]}`)
}
