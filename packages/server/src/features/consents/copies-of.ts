// Everything a person signed or declined, as the copies they could take one by one (P-30).
import type { PersonPapers } from '../../ports/subject-exports.ts'
import { takeCopy } from './copy.ts'
import type { ConsentDeps } from './deps.ts'

export const copiesOf =
  (deps: ConsentDeps): PersonPapers =>
  async (tenant, person, now) => {
    const lives = await deps.store.inTenant(tenant, (tx) => tx.consents.lives(person))
    const papers = []
    for (const life of lives) {
      if (life.signedOn === null && life.state !== 'declined') continue
      const copy = await takeCopy(deps, { tenant, account: person, roles: [] }, life.id, now, true)
      if (!copy.ok) throw new Error(`no copy of ${life.id}: ${copy.why}`)
      papers.push({ name: `согласие-${life.kind}-${life.id.slice(-6)}.pdf`, bytes: copy.bytes })
    }
    return papers
  }
