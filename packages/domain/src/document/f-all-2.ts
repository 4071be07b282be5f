import { fields, heading, para, signature, table, title } from './blocks.ts'
import { type Institution, ownForm, type QualityHead } from './institution.ts'
import type { Block, Formed } from './model.ts'
import { needs } from './needs.ts'
import { type Registration, registered } from './registration.ts'

export type DataAll2 = {
  readonly institution: Institution
  readonly quality?: QualityHead | null
  readonly registration: Registration
  readonly appeal: string | null
  readonly members: readonly { readonly name: string; readonly role: 'chair' | 'member' | 'secretary' }[]
  readonly studied: readonly { readonly material: string; readonly times: string }[]
  /** How each with a vote voted; null: did not. What one who was outvoted wanted to be written down stands with it. */
  readonly votes?: readonly {
    readonly name: string
    readonly role: 'chair' | 'member' | 'secretary'
    readonly satisfied: boolean | null
    readonly opinion: string
  }[]
  readonly decision: string | null
  readonly reasons: string | null
}

const roles = { chair: 'Председатель комиссии', member: 'Член комиссии', secretary: 'Секретарь' } as const

const said = (satisfied: boolean | null): string =>
  satisfied === null ? 'не голосовал(а)' : satisfied ? 'удовлетворить' : 'отказать'

function voting(votes: NonNullable<DataAll2['votes']>): readonly Block[] {
  if (votes.length === 0) return []
  const count = (satisfied: boolean) => votes.filter((one) => one.satisfied === satisfied).length
  const opinions = votes.filter(({ opinion }) => opinion.trim() !== '')
  return [
    heading('Голосование'),
    table(
      'Голосование',
      [
        ['Член комиссии', 6],
        ['Голос', 5],
      ],
      votes.map(({ name, role, satisfied }) => [`${name}, ${roles[role].toLowerCase()}`, said(satisfied)]),
    ),
    para(`Удовлетворить: ${count(true)}, отказать: ${count(false)}.`),
    ...opinions.map(({ name, opinion }) => para(`Особое мнение, ${name}: ${opinion}`)),
  ]
}

export function formAll2(data: DataAll2): Formed {
  const need = needs()
  const members = need.some(data.members, 'members', 'R4-5.14')
  need.that(
    members.some(({ role }) => role === 'chair'),
    'members.chair',
    'R4-5.14',
  )
  const studied = need.some(data.studied, 'studied', 'R1-7.2c')
  return need.formed(
    ownForm('F-ALL-2', 'Протокол апелляции', data, [
      title('Протокол', 'заседания апелляционной комиссии', registered(data.registration)),
      fields('Апелляция', [['Апелляционное заявление', need.text(data.appeal, 'appeal', 'R4-5.14')]]),
      heading('Состав комиссии'),
      {
        kind: 'list',
        marker: 'dash',
        items: members.map(({ name, role }) => `${roles[role]} – ${name}`),
      },
      heading('Изученные материалы'),
      table(
        'Изученные материалы',
        [
          ['Материал', 6],
          ['Тайм-коды', 5],
        ],
        studied.map(({ material, times }) => [material, times || '–']),
      ),
      ...voting(data.votes ?? []),
      heading('Решение'),
      para(need.text(data.decision, 'decision', 'R4-5.14')),
      para(`Мотивы: ${need.text(data.reasons, 'reasons', 'R4-5.14')}`),
      ...members.map(({ name, role }) => signature(roles[role], name)),
    ]),
  )
}
