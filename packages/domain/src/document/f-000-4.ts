import { fields, title } from './blocks.ts'
import { type Day, dayFigures } from './dates.ts'
import { type Institution, ownForm } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'

export type Data0004 = {
  readonly institution: Institution
  readonly provider: string | null
  readonly contract: { readonly number: string; readonly on: Day; readonly until: Day | null } | null
  readonly security: string | null
  readonly confidentiality: string | null
  readonly support: string | null
  readonly personalAccounts: boolean
  readonly file: string | null
}

export function form0004(data: Data0004): Formed {
  const need = needs()
  const { contract } = data
  need.that(contract !== null, 'contract', 'R2-11a')
  return need.formed(
    ownForm('F-000-4', 'Карточка договора с поставщиком сервиса', data, [
      title('Карточка договора с поставщиком сервиса'),
      fields('Карточка договора', [
        ['Поставщик', need.text(data.provider, 'provider', 'R0-2.4a')],
        ['№ и дата договора', contract ? `№ ${contract.number} от ${dayFigures(contract.on)}` : ''],
        ['Срок', contract ? (contract.until ? `до ${dayFigures(contract.until)}` : 'бессрочно') : ''],
        ['Безопасность', need.text(data.security, 'security', 'R0-2.4b')],
        ['Конфиденциальность', need.text(data.confidentiality, 'confidentiality', 'R0-2.4b')],
        ['Техническая поддержка', need.text(data.support, 'support', 'R0-2.4b')],
        ['Личные кабинеты (да/нет)', data.personalAccounts ? 'да' : 'нет'],
        ['Файл', need.text(data.file, 'file', 'R2-11a')],
      ]),
    ]),
  )
}
