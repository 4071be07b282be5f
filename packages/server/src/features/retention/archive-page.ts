// The page of the archive: plain Russian, one file, opens on any phone without the network.
import type { Instant } from '@ochno/domain/time'
import { moment } from '@ochno/domain/document/dates'
import { instant } from '@ochno/domain/time'
import { columnNames, valueWords } from './archive-words.ts'
import { partNames } from './subject-words.ts'

type Shown = {
  readonly name: string
  readonly at: Instant
  readonly zone: string
  readonly data: Readonly<Record<string, unknown>>
  readonly papers: readonly { readonly file: string; readonly title: string }[]
  readonly recordings: readonly {
    readonly examTitle: string
    readonly day: string
    readonly folder: string
    readonly files: readonly string[]
  }[]
  readonly left: readonly { readonly examTitle: string; readonly day: string; readonly reason: string }[]
}

/** What is asked for comes from people: `constructor` is no word of ours. */
const own = <T>(words: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined

const columnName = (column: string): string => own(columnNames, column) ?? column
const partName = (part: string): string => own(partNames, part)?.[0] ?? part

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

const dayOf = (iso: string): string => iso.split('-').reverse().join('.')

function words(value: unknown, zone: string): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return value ? 'да' : 'нет'
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, one]) => `${columnName(key)}: ${words(one, zone)}`)
      .join('; ')
  const text = String(value)
  if (MOMENT.test(text)) return moment(instant(text), zone)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return dayOf(text)
  return own(valueWords, text) ?? text
}

/** Numbers of rows are for programs, data.json has them; of an exam its name is said. */
const UNSAID = ['id', 'sha256', 'transaction']

type Rows = readonly Readonly<Record<string, unknown>>[]

const titlesOf = (sessions: unknown): ReadonlyMap<unknown, unknown> =>
  new Map(Array.isArray(sessions) ? (sessions as Rows).map(({ id, title }) => [id, title]) : [])

function section(part: string, rows: Rows, zone: string, titles: ReadonlyMap<unknown, unknown>): string {
  const title = partName(part)
  const [first] = rows
  if (!first) return ''
  const columns = Object.keys(first).filter((one) => !UNSAID.includes(one))
  const head = columns.map((one) => `<th scope="col">${escaped(columnName(one))}</th>`).join('')
  const body = rows
    .map(
      (row) =>
        `<tr>${columns.map((one) => `<td>${escaped(words(titles.get(row[one]) ?? row[one], zone))}</td>`).join('')}</tr>`,
    )
    .join('')
  return `<details${rows.length <= 5 ? ' open' : ''}><summary>${escaped(title)} <small>${rows.length}</small></summary><div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div></details>`
}

const link = (path: string, text: string): string =>
  `<a href="${escaped(path.split('/').map(encodeURIComponent).join('/'))}">${escaped(text)}</a>`

const list = (items: readonly string[], empty: string): string =>
  items.length === 0 ? `<p>${empty}</p>` : `<ul>${items.map((one) => `<li>${one}</li>`).join('')}</ul>`

const STYLE =
  'body{font:17px/1.55 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#1d2733}h1{font-size:1.6rem}h2{margin-top:2rem;font-size:1.25rem}.wide{overflow-x:auto}table{border-collapse:collapse}td,th{border:1px solid #c8ced6;padding:.35rem .6rem;text-align:left;vertical-align:top;font-size:.93rem}th{background:#f1f4f8}summary{cursor:pointer;font-weight:600;padding:.6rem 0}small{color:#5b6673;font-weight:400}ul{padding-left:1.2rem}li{margin:.3rem 0;overflow-wrap:anywhere}a{color:#0b57a4}'

export function archivePage({ name, at, zone, data, papers, recordings, left }: Shown): string {
  const parts = Object.entries(data).filter((one): one is [string, Rows] => Array.isArray(one[1]))
  const titles = titlesOf(data.sessions)
  const empty = parts.filter(([, rows]) => rows.length === 0).map(([part]) => partName(part))
  const files = recordings.map(
    ({ examTitle, day, folder, files: taken }) =>
      `<strong>${escaped(examTitle)}</strong>, ${dayOf(day)}: ${taken.length === 0 ? 'видео нет' : taken.map((file) => link(`${folder}/${file}`, file)).join(', ')}. ${link(`${folder}/manifest.json`, 'Опись с контрольными суммами')}`,
  )
  const out = left.map(
    ({ examTitle, day, reason }) => `${escaped(examTitle)}, ${dayOf(day)}: ${escaped(reason)}`,
  )
  return `<!doctype html><html lang="ru"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Мои данные</title><style>${STYLE}</style></head><body>
<h1>Данные, которые о вас хранит учреждение</h1>
<p>${escaped(name)}. Собрано ${escaped(moment(at, zone))}. Данных других людей здесь нет: сотрудники в таблицах названы ролями, а в подписанных документах стоят так, как документ подписан. Сначала распакуйте архив целиком, тогда ссылки откроются.</p>
<h2>Документы</h2>${list(
    papers.map(({ file, title }) => link(file, title)),
    'Документов нет.',
  )}
<h2>Записи ваших экзаменов</h2>${list(files, out.length > 0 ? 'Ни одна запись не вошла, почему — сказано ниже.' : 'Записей нет.')}${recordings.length > 0 ? '<p>Видео открывается в браузере или в проигрывателе. Если запись прерывалась, у неё несколько файлов по порядку. Разговоров с сотрудниками здесь нет: в них чужой голос.</p>' : ''}
${out.length > 0 ? `<h2>Что не вошло и почему</h2>${list(out, '')}` : ''}
<h2>Что записано</h2>${parts.map(([part, rows]) => section(part, rows, zone, titles)).join('\n')}
${empty.length > 0 ? `<p>Ничего не хранится: ${escaped(empty.join(', ').toLowerCase())}.</p>` : ''}
<p>То же самое для программ: ${link('data.json', 'data.json')}.</p></body></html>
`
}
