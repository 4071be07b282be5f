// P-30: a person's own data as a ZIP: a page to read and the same as JSON.
import type { AccountId } from '@ochno/domain/ids'
import { zip } from '@ochno/evidence/bundle/zip-write'
import type { Instant } from '@ochno/domain/time'
import type { SubjectPart } from '../../ports/retention.ts'
import { entry, type Keeper, no, type RetentionDeps } from './deps.ts'
import { partNames } from './subject-words.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const shown = (value: unknown): string =>
  value === null || value === undefined
    ? '—'
    : value instanceof Date
      ? value.toISOString()
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)

function section({ name, rows }: SubjectPart): string {
  const [ru, en] = (Object.hasOwn(partNames, name) && partNames[name]) || [name, name]
  const head = `<h2>${escaped(ru)} <small>${escaped(en)}</small></h2>`
  const [first] = rows
  if (!first) return `${head}<p>Ничего не хранится. Nothing is kept.</p>`
  const columns = Object.keys(first)
  const cells = (row: Readonly<Record<string, unknown>>) =>
    columns.map((column) => `<td>${escaped(shown(row[column]))}</td>`).join('')
  return `${head}<table><thead><tr>${columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table>`
}

function subjectPage(parts: readonly SubjectPart[], at: Instant): string {
  const style =
    'body{font:16px/1.5 sans-serif;margin:2rem auto;max-width:70rem;padding:0 1rem}table{border-collapse:collapse;display:block;overflow:auto}td,th{border:1px solid #bbb;padding:.3rem .6rem;text-align:left;vertical-align:top}small{color:#555;font-weight:normal}'
  return `<!doctype html><html lang="ru"><meta charset="utf-8"><title>Мои данные</title><style>${style}</style>
<h1>Данные, которые о вас хранит учреждение <small>Data the institution keeps about you</small></h1>
<p>На ${at.toString()}. Время — по Гринвичу. Данных других людей здесь нет: сотрудники названы ролями. То же самое для программ — в файле data.json.</p>
<p>As of ${at.toString()}, times in UTC. Nothing of other people is here: staff are named by role. The same for programs is in data.json.</p>
<p>Видео, звука и снимков в этом архиве нет: они хранятся зашифрованными, и их просмотр оформляется отдельно.</p>
${parts.map(section).join('\n')}</html>
`
}

export async function exportSubject(
  deps: Pick<RetentionDeps, 'store' | 'subject'>,
  keeper: Keeper,
  person: AccountId,
  now: Instant,
) {
  // The row is in the journal before the first byte (E-T9).
  const known = await deps.store.inTenant(keeper.tenant, async (tx) => {
    if (!(await tx.accounts.find(person))) return false
    await tx.audit(entry(keeper, now, 'subject_export', person, { own: keeper.account === person }))
    return true
  })
  if (!known) return no('not_found')
  const parts = await deps.subject(keeper.tenant, person)
  const data = Object.fromEntries(parts.map(({ name, rows }) => [name, rows]))
  return {
    ok: true as const,
    bytes: zip([
      { name: 'index.html', chunks: [utf8(subjectPage(parts, now))] },
      {
        name: 'data.json',
        chunks: [utf8(`${JSON.stringify({ person, at: now.toString(), ...data }, null, 1)}\n`)],
      },
    ]),
  }
}

const AT_MOST = 20

export const findSubjects = (deps: Pick<RetentionDeps, 'store'>, keeper: Keeper, find: string) =>
  deps.store.inTenant(keeper.tenant, async (tx) =>
    (await tx.accounts.list(find, null))
      .slice(0, AT_MOST)
      .map(({ id, fullName, login }) => ({ id, fullName, login })),
  )
