// A table of a file becomes people, or a list of what is wrong and where.
import type { Role } from '../access/table.ts'
import { readBirthday } from './birthday.ts'
import { isEmail } from './email.ts'
import { type Field, fieldOf, namedColumns } from './headers.ts'
import { readRoles } from './role-words.ts'

export const problemCodes = [
  'no_columns',
  'no_name_column',
  'nobody',
  'too_many_rows',
  'name_missing',
  'name_short',
  'text_long',
  'text_unseen',
  'login_missing',
  'login_wrong',
  'login_twice',
  'learner_id_twice',
  'learner_id_wrong',
  'role_unknown',
  'role_by_hand',
  'date_unclear',
  'date_future',
  'date_long_ago',
  'email_wrong',
  'email_differs',
  'parent_login_missing',
  'parent_login_wrong',
  'parent_unknown',
  'parent_not_parent',
  'parent_for_adult',
  'parent_of_staff',
  'login_taken',
  'other_login',
  'learner_id_kept',
  'role_differs',
  'disabled',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** `line` is counted as the person sees it in the file; `column` is the name it has there. */
export type Problem = {
  readonly line: number
  readonly column: string | null
  readonly code: ProblemCode
  readonly value: string
}

export type GivenParent = { readonly login: string; readonly fullName: string | null }

/** Null: the file says nothing of it, and nothing is changed. */
export type GivenPerson = {
  readonly line: number
  readonly fullName: string
  readonly login: string | null
  /** Null when the file has no word about roles. */
  readonly roles: readonly Role[] | null
  readonly group: string | null
  readonly stream: string | null
  readonly learnerId: string | null
  readonly born: string | null
  readonly parents: readonly GivenParent[]
  readonly email: string | null
}

export type Table = { readonly rows: readonly (readonly string[])[]; readonly epoch1904: boolean }
export type Columns = Readonly<Partial<Record<Field, string>>>
export type ReadPeople = {
  readonly columns: Columns
  readonly unknown: readonly string[]
  readonly people: readonly GivenPerson[]
  readonly problems: readonly Problem[]
}

export const MOST_ROWS = 10_000
const HEAD_WITHIN = 10
const LONGEST = { name: 200, short: 64 } as const
const LOGIN = /^[\p{L}\p{N}][\p{L}\p{N}._@+-]{1,63}$/u
const LEARNER_ID = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,63}$/u
const UNSEEN = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u

const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim()
const asLogin = (text: string): string => tidy(text).toLowerCase()

type Cell = { readonly field: Field; readonly title: string; readonly text: string }

function readParents(text: string): { readonly parents: GivenParent[]; readonly why: ProblemCode | null } {
  const parents: GivenParent[] = []
  for (const piece of text.split(/[;,\n]/).map(tidy)) {
    if (piece === '') continue
    const named = /^(.*\S)\s*[<(]\s*([^<>()\s]+)\s*[>)]$/u.exec(piece) ?? /^(.*\S)\s+(\S+@\S+)$/u.exec(piece)
    const login = asLogin(named ? (named[2] as string) : piece)
    if (!named && /\s/.test(piece)) return { parents: [], why: 'parent_login_missing' }
    if (!LOGIN.test(login)) return { parents: [], why: 'parent_login_wrong' }
    parents.push({ login, fullName: named ? (named[1] as string) : null })
  }
  return { parents, why: null }
}

function readRow(
  cells: readonly Cell[],
  line: number,
  today: string,
  epoch1904: boolean,
): { person: GivenPerson | null; problems: Problem[] } {
  const problems: Problem[] = []
  const say = (code: ProblemCode, cell: Cell | null, value = cell?.text ?? '') =>
    problems.push({ line, column: cell?.title ?? null, code, value: value.slice(0, 100) })
  const of = (field: Field) => cells.find((cell) => cell.field === field) ?? null
  const text = (field: Field, most: number): string | null => {
    const cell = of(field)
    if (!cell) return null
    const value = tidy(cell.text)
    if (UNSEEN.test(value)) say('text_unseen', cell, value.replace(new RegExp(UNSEEN, 'gu'), '�'))
    else if (value.length > most) say('text_long', cell)
    return value === '' ? null : value
  }
  const whole = text('fullName', LONGEST.name)
  const parts = [
    text('lastName', LONGEST.short),
    text('firstName', LONGEST.short),
    text('middleName', LONGEST.short),
  ]
  const fullName = whole ?? parts.filter((part) => part !== null).join(' ')
  const nameCell = of('fullName') ?? of('lastName') ?? of('firstName')
  if (fullName === '') say('name_missing', nameCell)
  else if (!/\p{L}.*\p{L}/u.test(fullName) || !fullName.includes(' ')) say('name_short', nameCell, fullName)

  const learnerId = text('learnerId', LONGEST.short)
  if (learnerId !== null && !LEARNER_ID.test(learnerId)) say('learner_id_wrong', of('learnerId'))
  const loginCell = of('login')
  const written = loginCell ? asLogin(loginCell.text) : ''
  const login = written === '' ? null : written
  if (login !== null && !LOGIN.test(login)) say('login_wrong', loginCell)
  if (login === null && learnerId === null) say('login_missing', loginCell ?? of('learnerId'))

  const roleCell = of('role')
  const read = roleCell && tidy(roleCell.text) !== '' ? readRoles(roleCell.text) : null
  if (read?.why) say(read.why, roleCell)
  const bornCell = of('born')
  const born = bornCell && tidy(bornCell.text) !== '' ? readBirthday(bornCell.text, today, epoch1904) : null
  if (born && !born.ok) say(born.why, bornCell)
  const parents: GivenParent[] = []
  for (const cell of cells.filter(({ field }) => field === 'parents')) {
    const found = readParents(cell.text)
    if (found.why) say(found.why, cell)
    parents.push(...found.parents.filter(({ login: one }) => !parents.some((other) => other.login === one)))
  }
  if (parents.length > 0 && read && !read.roles.includes('examinee') && !read.why)
    say('parent_of_staff', roleCell)
  const emailCell = of('email')
  const address = emailCell ? tidy(emailCell.text) : ''
  // Where people sign in by it, a login that is no address is a login all the same.
  const isLogin = emailCell?.title === loginCell?.title
  if (address !== '' && !isEmail(address) && !isLogin) say('email_wrong', emailCell)
  const person: GivenPerson = {
    line,
    fullName,
    login,
    roles: read ? read.roles : null,
    group: text('group', LONGEST.short),
    stream: text('stream', LONGEST.short),
    learnerId,
    born: born?.ok ? born.day : null,
    parents,
    email: isEmail(address) ? address : null,
  }
  return { person: problems.length > 0 ? null : person, problems }
}

/** The same login or learner id on two lines: the later line is told of. */
function doubles(people: readonly GivenPerson[], columns: Columns): Problem[] {
  const found: Problem[] = []
  for (const [field, code] of [
    ['login', 'login_twice'],
    ['learnerId', 'learner_id_twice'],
  ] as const) {
    const seen = new Map<string, number>()
    for (const person of people) {
      const value = person[field]
      if (value === null) continue
      const first = seen.get(value.toLowerCase())
      if (first === undefined) seen.set(value.toLowerCase(), person.line)
      else
        found.push({ line: person.line, column: columns[field] ?? null, code, value: `${value} (${first})` })
    }
  }
  return found
}

export function readPeople(table: Table, today: string): ReadPeople {
  const near = table.rows.slice(0, HEAD_WITHIN)
  const most = Math.max(0, ...near.map(namedColumns))
  const wrong = (code: ProblemCode, line = 1, value = ''): ReadPeople => ({
    columns: {},
    unknown: [],
    people: [],
    problems: [{ line, column: null, code, value }],
  })
  if (most === 0) return wrong('no_columns')
  const headAt = near.findIndex((row) => namedColumns(row) === most)
  const titles = (near[headAt] ?? []).map(tidy)
  const kinds = titles.map(fieldOf)
  if (!kinds.includes('fullName') && !(kinds.includes('lastName') && kinds.includes('firstName')))
    return wrong('no_name_column', headAt + 1, titles.join(', ').slice(0, 100))
  const byMail = !kinds.includes('login')
  const columns: Partial<Record<Field, string>> = {}
  for (const [i, kind] of kinds.entries())
    if (kind && columns[kind] === undefined) columns[kind] = titles[i] ?? ''
  if (byMail && columns.email !== undefined) columns.login = columns.email
  const people: GivenPerson[] = []
  const problems: Problem[] = []
  let filled = 0
  for (const [i, row] of table.rows.entries()) {
    if (i <= headAt || row.every((cell) => tidy(cell) === '')) continue
    filled++
    if (filled > MOST_ROWS) return wrong('too_many_rows', i + 1, String(MOST_ROWS))
    const cells = kinds.flatMap((field, at): Cell[] => {
      if (!field) return []
      const cell = { field, title: titles[at] ?? '', text: row[at] ?? '' }
      return byMail && field === 'email' ? [{ ...cell, field: 'login' }, cell] : [cell]
    })
    const read = readRow(cells, i + 1, today, table.epoch1904)
    problems.push(...read.problems)
    if (read.person) people.push(read.person)
  }
  if (filled === 0) problems.push({ line: headAt + 2, column: null, code: 'nobody', value: '' })
  problems.push(...doubles(people, columns))
  return {
    columns,
    unknown: titles.filter((title, i) => title !== '' && kinds[i] === null),
    people,
    problems: problems.toSorted((a, b) => a.line - b.line),
  }
}
