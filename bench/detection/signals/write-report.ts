// What came of events and honest behaviours as two tables, between their marks in docs/detection.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { median } from '../../scenario.ts'
import { delayOf, type Signals } from './run.ts'

const path = join(import.meta.dirname, '../../../docs/detection.md')
const MARKS = ['<!-- signals -->', '<!-- /signals -->'] as const

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n')

export function writeSignals({ rows, falseRows, honest, behaviours, figures }: Signals): string {
  const events = table(
    ['what was done', 'code', 'done by', 'how', 'found', 'delay, s: median (longest)'],
    rows.map(({ kind, code, level, how, found, events, delays }) => [
      kind,
      code,
      level,
      how,
      `${found} / ${events}`,
      delayOf(delays),
    ]),
  )
  const byCode = Map.groupBy(falseRows, ({ code }) => code)
  const codes = table(
    ['code', 'found', 'delay, s: median', `false hints in ${honest} honest trials`, 'which'],
    [...byCode]
      .filter(([code]) => code !== '')
      .map(([code, own]) => {
        const of = rows.filter((row) => row.code === code)
        const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
        const delays = of.flatMap((row) => row.delays)
        return [
          code,
          `${sum(of.map(({ found }) => found))} / ${sum(of.map(({ events }) => events))}`,
          delays.length > 0 ? (median(delays) / 1_000).toFixed(1) : '–',
          sum(own.map(({ hints }) => hints)),
          [...new Set(own.flatMap(({ doing }) => doing))].join('; ') || '–',
        ]
      }),
  )
  const text = readFileSync(path, 'utf8')
  const [from, to] = MARKS.map((mark) => text.indexOf(mark)) as [number, number]
  if (from < 0 || to < from) throw new Error('docs/detection.md has lost its marks of the signals')
  const about = `${figures.signal_events} events and ${honest} trials of ${behaviours} honest behaviours; ${figures.signal_missed_pct} % of the events were missed, and ${figures.signal_false_trials} honest trials ended with a hint.`
  const made = [MARKS[0], about, events, codes].join('\n\n').replace(`${MARKS[0]}\n\n`, `${MARKS[0]}\n`)
  writeFileSync(path, `${text.slice(0, from)}${made}\n${text.slice(to)}`)
  return 'docs/detection.md'
}
