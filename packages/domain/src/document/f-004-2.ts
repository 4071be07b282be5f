// 004, Приложение 2: printed word for word; what one exam switched on goes to the annex, the rest is forbidden (TR-70).
import { type PermissionSwitch, permissionNames, permissionSwitches } from '../incident/permissions.ts'
import { para, table, title } from './blocks.ts'
import { appendixOf004, type Institution, pageHead, type QualityHead } from './institution.ts'
import type { Block, Formed } from './model.ts'

export type Data0042 = {
  readonly institution: Institution
  readonly quality: QualityHead
  readonly exam: { readonly title: string; readonly on: readonly PermissionSwitch[] } | null
}

export const form0042 = ({ institution, quality, exam }: Data0042): Formed => ({
  ok: true,
  document: {
    form: 'F-004-2',
    name: 'Типовые разрешения/запреты системы прокторинга',
    language: 'ru',
    page: 'portrait',
    head: pageHead(institution, quality),
    body: [
      ...appendixOf004(2),
      title('Типовые разрешения/запреты системы прокторинга'),
      {
        kind: 'list',
        marker: 'number',
        items: permissionNames.map((name) => permissionSwitches[name].wording),
      },
    ],
    ...(exam ? { annex: chosen(exam) } : {}),
  },
})

const chosen = ({ title: name, on }: NonNullable<Data0042['exam']>): readonly Block[] => [
  title('Электронное приложение'),
  para(`Для испытания: ${name}`),
  table(
    'Разрешения и запреты испытания',
    [
      ['№', 1],
      ['Пункт', 8],
      ['Для испытания', 3],
    ],
    permissionNames.map((name) => [
      String(permissionSwitches[name].no),
      permissionSwitches[name].wording,
      on.includes(name) ? 'разрешено' : 'запрещено',
    ]),
  ),
]
