import { para, signature, title } from './blocks.ts'
import { type Institution, ownForm } from './institution.ts'
import type { Formed } from './model.ts'
import { needs } from './needs.ts'
import { type Registration, registered } from './registration.ts'

export type Data0021 = {
  readonly institution: Institution
  readonly registration: Registration | null
  /** Printed to be signed: number and day are written by hand. */
  readonly draft?: boolean
  /** Null or not given: 002 п. 12. */
  readonly ground?: string | null
  readonly services: readonly string[]
  readonly technical: string | null
  readonly organisational: string | null
  readonly signer: { readonly post: string; readonly name: string } | null
}

const BY_HAND = '№ __________ от «____» ______________ 20____ г.'

export function form0021(data: Data0021): Formed {
  const need = needs()
  const { registration, signer } = data
  need.that(registration !== null || data.draft === true, 'registration', 'R2-12a')
  need.that(signer !== null, 'signer', 'R2-12a')
  const services = need.some(data.services, 'services', 'R2-12a')
  const technical = need.text(data.technical, 'technical', 'R2-12b')
  const organisational = need.text(data.organisational, 'organisational', 'R2-12b')
  return need.formed(
    ownForm('F-002-1', 'Приказ о применении сервисов', data, [
      title('ПРИКАЗ', registration ? registered(registration) : BY_HAND, data.institution.city),
      para({ bold: 'О применении сервисов взаимодействия' }),
      para(
        `${data.ground ?? 'В соответствии с пунктом 12 Порядка применения сервисов взаимодействия между участниками образовательных отношений'} ПРИКАЗЫВАЮ:`,
      ),
      para('1. Применять следующие сервисы для организации взаимодействия:'),
      { kind: 'list', marker: 'dash', items: services },
      para(`2. Назначить ответственным за техническое обеспечение функционирования сервисов: ${technical}.`),
      para(`3. Назначить ответственным за организационное функционирование сервисов: ${organisational}.`),
      para(
        '4. Применение указанных сервисов является обязательным для всех участников образовательных отношений.',
      ),
      signature(signer?.post ?? '', signer?.name ?? null),
    ]),
  )
}
