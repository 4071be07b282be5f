// The figures as a table and a picture, between the marks in docs/detection.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { median } from '../scenario.ts'
import type { Curve, Events } from './judge.ts'
import type { SoundRow, Sounds } from './sounds.ts'

export type Row = { readonly name: string; readonly curve: Curve; readonly events: Events }
export type Stratum = { readonly name: string; readonly seconds: number; readonly falsePct: number }

export type Recalls = { readonly name: string; readonly rows: readonly Row[] }

/** Ten honest minutes: the hints that counted, and how many under every rule there is. */
export type HonestRow = {
  readonly name: string
  readonly tone: string
  readonly hints: readonly string[]
  readonly strict: number
}

const docs = join(import.meta.dirname, '../../docs')
const MARKS = ['<!-- figures -->', '<!-- /figures -->'] as const
const percent = (part: number) => `${(part * 100).toFixed(part > 0 && part < 0.1 ? 1 : 0)}`

function table(rows: readonly Row[]): string {
  const line = ({ name, curve, events }: Row) => {
    const { plain, recallAt } = curve
    const delay = events.delays.length > 0 ? (median(events.delays) / 1000).toFixed(1) : '–'
    const most = events.delays.length > 0 ? (Math.max(...events.delays) / 1000).toFixed(1) : '–'
    return [
      name.replaceAll('_', ' '),
      `${events.found} / ${events.events}`,
      events.falseHints,
      `${delay} (${most})`,
      `${percent(recallAt(0.01))} / ${percent(recallAt(0.02))} / ${percent(recallAt(0.05))}`,
      plain ? `${percent(plain.recall)} at ${percent(plain.falseAlarms)}` : '–',
      `${curve.positives.toFixed(0)} of ${curve.seconds.toFixed(0)}`,
    ].join(' | ')
  }
  return [
    '| detector | events found | false hints | delay, s: median (longest) | recall at 1 / 2 / 5 % false seconds, % | libraries alone: recall at false seconds, % | seconds of the event |',
    '|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${line(row)} |`),
  ].join('\n')
}

/** Recall at 1, 2 and 5 % of false seconds and the middle delay, detector by detector; nothing where no such event lies. */
function recallTable(strata: readonly Recalls[]): string {
  const cell = (row: Row | undefined) => {
    if (!row || row.events.events === 0) return '–'
    const { recallAt } = row.curve
    const all = [0.01, 0.02, 0.05].map((part) => percent(recallAt(part)))
    const told = new Set(all).size === 1 ? all[0] : all.join(' / ')
    const { delays } = row.events
    return `${told}${delays.length > 0 ? `; ${(median(delays) / 1000).toFixed(1)} s` : '; not told'}`
  }
  const names = (strata[0]?.rows ?? []).map(({ name }) => name)
  return [
    `| detector | ${strata.map(({ name }) => name).join(' | ')} |`,
    `|---|${strata.map(() => '---').join('|')}|`,
    ...names.map(
      (name) =>
        `| ${name.replaceAll('_', ' ')} | ${strata.map(({ rows }) => cell(rows.find((row) => row.name === name))).join(' | ')} |`,
    ),
  ].join('\n')
}

const strataTable = (strata: readonly Stratum[]): string =>
  [
    '| stratum | seconds | seconds of false hints, % |',
    '|---|---|---|',
    ...strata.map(
      ({ name, seconds, falsePct }) => `| ${name} | ${seconds.toFixed(0)} | ${falsePct.toFixed(2)} |`,
    ),
  ].join('\n')

const honestTable = (rows: readonly HonestRow[]): string =>
  [
    '| ten honest minutes | tone | false hints | every rule at its strictest |',
    '|---|---|---|---|',
    ...rows.map(
      ({ name, tone, hints, strict }) =>
        `| ${name} | ${tone} | ${hints.length === 0 ? '0' : `${hints.length}: ${hints.join(', ')}`} | ${strict} |`,
    ),
  ].join('\n')

const COLOURS = [
  '#0b5cad',
  '#b3261e',
  '#1b7f3b',
  '#7a4fb5',
  '#b26a00',
  '#00707a',
  '#5b5b5b',
  '#a8326e',
  '#3d6b00',
  '#003a70',
  '#8a3b00',
  '#444ce7',
]

/** Recall over the part of false seconds, 0 to 5 %. */
function plot(rows: readonly Row[]): string {
  const [width, height, left, top] = [720, 420, 60, 20]
  const [across, down] = [420, 340]
  const x = (part: number) => left + (Math.min(part, 0.05) / 0.05) * across
  const y = (part: number) => top + (1 - part) * down
  const step = ({ curve }: Row) => {
    const shown = curve.points.filter(([alarms]) => alarms <= 0.05)
    const at = shown.map(([alarms, recall]) => `${x(alarms).toFixed(1)},${y(recall).toFixed(1)}`)
    const last = shown.at(-1)
    return [`${x(0)},${y(0)}`, ...at, ...(last ? [`${x(0.05)},${y(last[1]).toFixed(1)}`] : [])].join(' ')
  }
  const text = (px: number, py: number, words: string, more = '') =>
    `<text x="${px}" y="${py}" font-family="sans-serif" font-size="12" fill="#222"${more}>${words}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    '<title>Recall of each detector over the part of false seconds</title>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...[0, 0.25, 0.5, 0.75, 1].flatMap((part) => [
      `<line x1="${left}" x2="${left + across}" y1="${y(part)}" y2="${y(part)}" stroke="#ddd"/>`,
      text(left - 8, y(part) + 4, `${part * 100}`, ' text-anchor="end"'),
    ]),
    ...[0, 0.01, 0.02, 0.03, 0.04, 0.05].flatMap((part) => [
      `<line x1="${x(part)}" x2="${x(part)}" y1="${top}" y2="${top + down}" stroke="#eee"/>`,
      text(x(part), top + down + 18, `${Math.round(part * 100)}`, ' text-anchor="middle"'),
    ]),
    text(left + across / 2, top + down + 40, 'false seconds, %', ' text-anchor="middle"'),
    text(
      14,
      top + down / 2,
      'recall, %',
      ` text-anchor="middle" transform="rotate(-90 14 ${top + down / 2})"`,
    ),
    ...rows.flatMap((row, i) => [
      `<polyline points="${step(row)}" fill="none" stroke="${COLOURS[i % COLOURS.length]}" stroke-width="2"/>`,
      `<line x1="${left + across + 20}" x2="${left + across + 44}" y1="${top + 10 + i * 22}" y2="${top + 10 + i * 22}" stroke="${COLOURS[i % COLOURS.length]}" stroke-width="3"/>`,
      text(left + across + 52, top + 14 + i * 22, row.name),
    ]),
    '</svg>',
    '',
  ].join('\n')
}

/** The low mode beside the usual one: what is found at all with looks that rare. */
const lowTable = (rows: readonly Row[], low: readonly Row[]): string =>
  [
    '| detector | usual mode: found, false, delay | low mode: found, false, delay |',
    '|---|---|---|',
    ...rows.map(({ name, events }) => {
      const rarely = low.find((one) => one.name === name)?.events
      const said = (of: Events | undefined) =>
        of
          ? `${of.found} / ${of.events}, ${of.falseHints}, ${of.delays.length > 0 ? `${(median(of.delays) / 1000).toFixed(1)} s` : '–'}`
          : '–'
      return `| ${name.replaceAll('_', ' ')} | ${said(events)} | ${said(rarely)} |`
    }),
  ].join('\n')

const soundTable = (rows: readonly SoundRow[]): string =>
  [
    '| sound | events found | false hints | delay, s: median (longest) |',
    '|---|---|---|---|',
    ...rows.map(({ name, events, found, falseHints, delays }) => {
      const delay =
        delays.length > 0
          ? `${(median(delays) / 1000).toFixed(1)} (${(Math.max(...delays) / 1000).toFixed(1)})`
          : '–'
      return `| ${name} | ${found} / ${events} | ${falseHints} | ${delay} |`
    }),
  ].join('\n')

export type Report = {
  readonly rows: readonly Row[]
  readonly low: readonly Row[]
  readonly recalls: readonly Recalls[]
  readonly strata: readonly Stratum[]
  readonly honest: readonly HonestRow[]
  readonly sounds: Sounds | null
  readonly about: string
}

const results = join(import.meta.dirname, '../results')

/** Into the document where the photographs were there; otherwise beside the results. Answers where. */
export function writeReport(report: Report, whole: boolean): string {
  const tables = tablesOf(report)
  if (!whole) {
    writeFileSync(join(results, 'detection-drawn.svg'), plot(report.rows))
    writeFileSync(
      join(results, 'detection-drawn.md'),
      `# Detection without photographs\n\n${tables}\n\n![Recall over false seconds](detection-drawn.svg)\n`,
    )
    return 'bench/results/detection-drawn.md'
  }
  writeFileSync(join(docs, 'images/detection.svg'), plot(report.rows))
  const path = join(docs, 'detection.md')
  const text = readFileSync(path, 'utf8')
  const [from, to] = MARKS.map((mark) => text.indexOf(mark)) as [number, number]
  if (from < 0 || to < from) throw new Error('docs/detection.md has lost its marks')
  writeFileSync(path, `${text.slice(0, from)}${MARKS[0]}\n${tables}\n${text.slice(to)}`)
  return 'docs/detection.md'
}

const tablesOf = ({ rows, low, recalls, strata, honest, sounds, about }: Report): string =>
  [
    about,
    table(rows),
    recallTable(recalls),
    lowTable(rows, low),
    ...(sounds ? [sounds.about, soundTable(sounds.rows)] : []),
    ...(honest.length > 0 ? [honestTable(honest)] : []),
    strataTable(strata),
  ].join('\n\n')
