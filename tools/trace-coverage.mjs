// What is proven, per act and per area: the numbers and the page docs/coverage.md.
import { asks } from './trace-ids.mjs'

const acts = {
  R0: '000, МБОУ «СОШ 21»',
  R1: '001, ЧПОУ «СРШ (колледж) Анны Муратовой»',
  R2: '002, ПОУ «КПОТ»',
  R3: '003, АНОО ВО «ВЭПИ»',
  R4: '004, ЧОУ ДПО «УТЦ Энергобезопасность»',
}

const actOf = ({ id }) => id.slice(0, 2)

const counts = (rows, proven, keys, keyOf) =>
  Object.fromEntries(
    keys.map((key) => {
      const mine = rows.filter((row) => keyOf(row) === key)
      return [key, { rows: mine.length, proven: mine.filter(({ id }) => proven.has(id)).length }]
    }),
  )

/** `rows` counts the whole catalogue; everything else counts what asks something of the product. */
export function coverage(catalogue, proven, unknown) {
  const asking = catalogue.filter(asks)
  const areas = [...new Set(asking.map(({ area }) => area))].sort()
  return {
    rows: catalogue.length,
    implementable: asking.length,
    proven: asking.filter(({ id }) => proven.has(id)).length,
    unknown: new Set(unknown.map(({ id }) => id)).size,
    byAct: counts(asking, proven, Object.keys(acts), actOf),
    byArea: counts(asking, proven, areas, ({ area }) => area),
  }
}

const share = ({ rows, proven }) => (rows ? `${Math.floor((proven / rows) * 100)} %` : '')
const lines = (counted, name = (key) => key) =>
  Object.entries(counted).map(([key, one]) => [
    name(key),
    one.rows,
    one.proven,
    one.rows - one.proven,
    share(one),
  ])

const table = (head, rows) =>
  [head, head.map((_, i) => (i ? '--:' : '---')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

const actName = (key) => `${key} (${acts[key]})`

export function page(catalogue, proven, told, projects) {
  const open = catalogue.filter((row) => asks(row) && !proven.has(row.id))
  const areas = Object.keys(told.byArea).filter((area) => open.some((row) => row.area === area))
  const head = ['', 'rows', 'proven', 'not yet', '']
  return `# What the tests prove

Written by \`npm run trace\` from the reports of the last \`npm test\` (${projects.join(', ')}). A row of the catalogue
(docs/spec/requirements.jsonl) is proven when a test that carries its id passes and none that carries it fails.

${told.rows} rows, of them ${told.implementable} ask something of the product (MUST, FORM, MAY); ${told.proven} proven, ${told.implementable - told.proven} not yet.

## By institution

${table(['institution', ...head.slice(1)], lines(told.byAct, actName))}

## By area

${table(['area', ...head.slice(1)], lines(told.byArea))}

## Not yet

${areas
  .map(
    (area) =>
      `### ${area}\n\n${open
        .filter((row) => row.area === area)
        .map(({ id }) => id)
        .join(', ')}`,
  )
  .join('\n\n')}
`
}

const padded = (rows) => {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => String(row[i]).length)))
  return rows
    .map((row) =>
      row
        .map((value, i) => (i ? String(value).padStart(widths[i]) : String(value).padEnd(widths[i])))
        .join('  '),
    )
    .join('\n')
}

export const printed = (told) =>
  [
    padded([['', 'rows', 'proven', 'not yet', ''], ...lines(told.byAct, actName)]),
    padded([['', 'rows', 'proven', 'not yet', ''], ...lines(told.byArea)]),
    `${told.proven} of ${told.implementable} rows proven; ${told.rows} rows in the catalogue`,
  ].join('\n\n')
