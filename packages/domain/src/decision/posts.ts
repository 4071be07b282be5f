// In whose name an account may speak on a result. The post stands beside the name on every paper.
import type { Role } from '../access/table.ts'
import type { Maker } from './makers.ts'

const ofRole: Readonly<Partial<Record<Role, readonly Maker[]>>> = {
  teacher: ['teacher'],
  methodist: ['programme_manager'],
  commission: ['commission'],
  admin: ['director', 'deputy_director'],
}

/** `leads`: named as the deputy director (004 3.10). */
export const postsOf = (roles: readonly Role[], leads: boolean): readonly Maker[] => [
  ...new Set([
    ...roles.flatMap((role) => ofRole[role] ?? []),
    ...(leads && roles.includes('methodist') ? (['deputy_director'] as const) : []),
  ]),
]

export const postWords: Readonly<Record<Maker, string>> = {
  teacher: 'Преподаватель',
  programme_manager: 'Менеджер образовательной программы',
  director: 'Директор',
  deputy_director: 'Заместитель директора',
  commission: 'Член комиссии',
}
