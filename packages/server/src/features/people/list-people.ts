import type { Role } from '@ochno/domain/access/table'
import type { TenantId } from '@ochno/domain/ids'
import type { PrintedList } from '@ochno/domain/document/model'
import type { Instant } from '@ochno/domain/time'
import { type AskedPage, pageBody } from '../../ports/paging.ts'
import type { ListedPerson, PeopleAsked } from '../../ports/people.ts'
import { type Asker, entry, type PeopleDeps, rowView } from './deps.ts'

export const listPeople = ({ store }: PeopleDeps, tenant: TenantId, asked: PeopleAsked, page: AskedPage) =>
  store.inTenant(tenant, async (tx) => pageBody(await tx.people.list(asked, page), rowView))

const titles = ['ФИО', 'Логин', 'Роль', 'Группа', 'ID обучающегося', 'Дата рождения', 'Состояние'] as const
const roleWords: Readonly<Record<Role, string>> = {
  examinee: 'ученик',
  parent: 'родитель',
  proctor: 'проктор',
  teacher: 'учитель',
  methodist: 'методист',
  commission: 'комиссия',
  admin: 'администратор',
  support: 'поддержка',
  dpo: 'ответственный за персональные данные',
}
const states = { active: 'работает', invited: 'ждёт первого входа', disabled: 'закрыт' } as const

const columns = (names: readonly string[]): PrintedList['columns'] =>
  names.map((title) =>
    title === 'Дата рождения'
      ? { title, kind: 'date', width: 16 }
      : { title, kind: 'text', width: /ФИО|Родитель/.test(title) ? 40 : 20 },
  )

const exported = (person: ListedPerson) => [
  person.fullName,
  person.login,
  person.roles.map((role) => roleWords[role]).join(', '),
  person.group?.name ?? null,
  person.learnerId,
  person.born,
  states[rowView(person).state],
]

/** Written to the journal before a byte leaves. */
export async function exportPeople(deps: PeopleDeps, admin: Asker, as: 'csv' | 'xlsx', now: Instant) {
  const rows = await deps.store.inTenant(admin.tenant, async (tx) => {
    const all = await tx.people.all({ find: '', role: null, group: null, branch: null })
    await tx.audit(entry(admin, now, 'people.export', admin.tenant, { as, people: all.length }))
    return all
  })
  return deps.printer[as]({ name: 'Люди', columns: columns(titles), rows: rows.map(exported) })
}

export const importSample = (deps: PeopleDeps, as: 'csv' | 'xlsx') =>
  deps.printer[as]({
    name: 'Люди',
    columns: columns([
      'ФИО',
      'Логин',
      'E-mail',
      'Роль',
      'Класс',
      'Поток',
      'ID обучающегося',
      'Дата рождения',
      'Родитель 1',
      'Родитель 2',
    ]),
    rows: [
      [
        'Берёзкина Анна Ильинична',
        'berezkina.a',
        'berezkina.a@mail.example',
        'ученик',
        '10А',
        '10 классы',
        'L-0001',
        '2010-05-31',
        'Берёзкина Мария Олеговна <berezkina.m@mail.example>',
        null,
      ],
      [
        'Кленов Лев Петрович',
        'klenov.l',
        null,
        'ученик',
        '10А',
        '10 классы',
        'L-0002',
        '2010-11-02',
        'klenova.o@mail.example',
        null,
      ],
      [
        'Кленова Ольга Юрьевна',
        'klenova.o@mail.example',
        'klenova.o@mail.example',
        'родитель',
        null,
        null,
        null,
        null,
        null,
        null,
      ],
      [
        'Осинова Вера Павловна',
        'osinova.v',
        'osinova.v@mail.example',
        'учитель, проктор',
        null,
        null,
        null,
        null,
        null,
        null,
      ],
    ],
  })
