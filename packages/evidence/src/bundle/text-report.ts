// The report as lines of text; the page draws the same rows as tables.
import type { Found, Report } from './report.ts'
import { type Language, words } from './words.ts'

export type Row = readonly string[]
export type Section = { readonly head: string; readonly columns: Row | null; readonly rows: readonly Row[] }

export const timeText = (ms: number): string =>
  new Date(ms).toISOString().replace('T', ' ').replace('Z', ' UTC')

const decimal = (number: number, language: Language): string =>
  number.toFixed(1).replace('.', words[language].point)

/** `gap` and `missing` carry two numbers: times of the window or sequence numbers. */
export function whereText({ code, where }: Found<string>, language: Language): string {
  const found = /^(\S+) (-?\d+) (-?\d+)$/.exec(where)
  if (!found) return where
  const [, tid, from, to] = found
  if (code !== 'gap') return `${tid} № ${from}–${to}`
  const seconds = (Number(to) - Number(from)) / 1000
  return `${tid}: ${timeText(Number(from))} — ${timeText(Number(to))} (${decimal(seconds, language)} ${words[language].second})`
}

/** What is wrong comes first. */
export function sections(report: Report, language: Language): readonly Section[] {
  const say = words[language]
  const { manifest } = report
  const out: Section[] = []
  if (report.problems.length > 0)
    out.push({
      head: say.heads.problems,
      columns: null,
      rows: report.problems.map((one) => [say.problems[one.code], whereText(one, language)]),
    })
  if (report.lacks.length > 0)
    out.push({
      head: say.heads.lacks,
      columns: null,
      rows: report.lacks.map((one) => [say.lacks[one.code], whereText(one, language)]),
    })
  if (manifest) {
    const { facts } = say
    out.push({
      head: '',
      columns: null,
      rows: [
        [facts.session, manifest.sid],
        [facts.exam, manifest.exam],
        [facts.from, timeText(manifest.from_ms)],
        [facts.to, timeText(manifest.to_ms)],
        [facts.closed, timeText(manifest.closed_ms)],
        [facts.key, manifest.key],
        [facts.digest, report.digest ?? ''],
        [facts.head, report.head ? `${report.head.origin} ${report.head.size}` : say.none],
        [
          facts.late,
          report.late.records
            ? say.lateRecords(report.late.records, Math.ceil(report.late.longestMs / 60_000))
            : say.none,
        ],
      ],
    })
    const { track, records, coverage, gaps, megabytes } = say.columns
    const length = Math.max(1, manifest.to_ms - manifest.from_ms)
    out.push({
      head: say.heads.tracks,
      columns: [track, records, coverage, gaps, megabytes],
      rows: manifest.tracks.map((one) => [
        one.tid,
        String(one.count),
        one.covered_ms === null ? '—' : `${decimal((100 * one.covered_ms) / length, language)} %`,
        String(one.gaps.length),
        decimal(one.bytes / 1e6, language),
      ]),
    })
  }
  const { check, done, failed } = say.columns
  out.push({
    head: say.heads.checks,
    columns: [check, done, failed],
    rows: report.checks.map((one) => [say.checks[one.id], String(one.done), String(one.failed)]),
  })
  const proven = provenLines(report)
  if (proven > 0)
    out.push({
      head: say.heads.proven,
      columns: null,
      rows: say.provenBy.slice(0, proven).map((line) => [line]),
    })
  out.push({ head: say.heads.notProven, columns: null, rows: say.limits.map((line) => [line]) })
  return out
}

/** Without keys of one's own nothing is proven; without the journal only that the server signed this. */
function provenLines({ verdict, lacks }: Report): number {
  const lacking = (code: string) => lacks.some((lack) => lack.code === code)
  if (!(verdict === 'valid' || verdict === 'incomplete') || lacking('trust_absent')) return 0
  return lacking('log_absent') ? 1 : 3
}

export function textReport(report: Report, language: Language): string {
  const say = words[language]
  const lines = [say.title, `${say.verdicts[report.verdict]}`]
  if (report.unreadable) lines.push(say.unreadable[report.unreadable])
  for (const { head, columns, rows } of sections(report, language)) {
    const table = columns ? [columns, ...rows] : rows
    lines.push('', ...(head ? [head] : []), ...aligned(table).map((line) => `  ${line}`))
  }
  return `${lines.join('\n')}\n`
}

function aligned(rows: readonly Row[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  '),
  )
}
