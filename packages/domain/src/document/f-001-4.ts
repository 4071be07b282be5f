import { heading, table, title } from './blocks.ts'
import { type Institution, ownForm, type QualityHead } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'

/** Of 001, 003 and 004 alike; the requirements and rules come from the policy in force. */
export type Data0014 = {
  readonly institution: Institution
  readonly quality?: QualityHead | null
  readonly steps: readonly string[]
  readonly requirements: readonly string[]
  readonly rules: readonly string[]
  readonly contacts: readonly { readonly name: string; readonly about: string; readonly how: string }[]
}

export function form0014(data: Data0014): Formed {
  const need = needs()
  const steps = need.some(data.steps, 'steps', 'R1-7.5a')
  const requirements = need.some(data.requirements, 'requirements', 'R3-4.2.5.1')
  const rules = need.some(data.rules, 'rules', 'R1-7.5a')
  const contacts = need.some(data.contacts, 'contacts', 'R1-7.5a')
  return need.formed(
    ownForm('F-001-4', 'Инструкция по прохождению аттестации с использованием системы прокторинга', data, [
      title('Инструкция', 'по прохождению аттестации с использованием системы прокторинга'),
      heading('1. Порядок действий'),
      { kind: 'list', marker: 'number', items: steps },
      heading('2. Технические требования'),
      { kind: 'list', marker: 'dash', items: requirements },
      heading('3. Правила'),
      { kind: 'list', marker: 'dash', items: rules },
      heading('4. Контакты'),
      table(
        'Контакты',
        [
          ['ФИО', 3],
          ['Вопросы', 4],
          ['Связь', 4],
        ],
        contacts.map(({ name, about, how }) => [name, about, how]),
      ),
    ]),
  )
}
