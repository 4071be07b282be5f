// Everything a person signed or declined, as the copies they could take one by one (P-30).
import type { ConsentKind } from '@ochno/domain/consent/rules'
import { day, dayFigures } from '@ochno/domain/document/dates'
import type { PersonPapers } from '../../ports/subject-exports.ts'
import { copyForArchive } from './copy.ts'
import type { ConsentDeps } from './deps.ts'

const names: Readonly<Record<ConsentKind, string>> = {
  proctoring_informed: 'Согласие на прокторинг',
  video_disputes: 'Согласие на разбор споров по видеозаписи',
  biometric: 'Согласие на обработку фото и видео',
  third_party_transfer: 'Согласие на передачу третьим лицам',
  account_binding: 'Согласие на привязку учётной записи',
}

export const copiesOf =
  (deps: ConsentDeps): PersonPapers =>
  async (tenant, person, now) => {
    const lives = await deps.store.inTenant(tenant, (tx) => tx.consents.lives(person))
    const papers = []
    for (const life of lives) {
      if (life.signedOn === null && life.state !== 'declined') continue
      const copy = await copyForArchive(deps, { tenant, person }, life.id, now)
      if (!copy.ok) throw new Error(`no copy of ${life.id}: ${copy.why}`)
      papers.push({
        name: `${names[life.kind]}${life.signedOn ? `, ${dayFigures(day(life.signedOn))}` : ''}`,
        bytes: copy.bytes,
      })
    }
    return papers
  }
