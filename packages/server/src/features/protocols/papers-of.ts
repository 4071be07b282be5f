// Signed papers of everything a person sat, as they were signed and handed over (P-30).
import type { ObjectStore } from '../../ports/objects.ts'
import type { PaperSeal } from '../../ports/protocols.ts'
import type { Store } from '../../ports/store.ts'
import type { PersonPapers } from '../../ports/subject-exports.ts'
import { paperKey } from './press-papers.ts'

export const papersOf =
  (deps: { readonly store: Store; readonly objects: ObjectStore; readonly seal: PaperSeal }): PersonPapers =>
  async (tenant, person) => {
    const kept = await deps.store.inTenant(tenant, async (tx) => {
      const found = []
      for (const { id } of await tx.sessions.ofExaminee(person)) {
        const editions = (await tx.protocols.ofSession(id))?.editions ?? []
        const given = new Set(
          editions.filter(({ handedOverAt }) => handedOverAt !== null).map(({ edition }) => edition),
        )
        for (const paper of await tx.protocols.papers(id))
          if (paper.kind === 'pdf' && given.has(paper.edition)) found.push(paper)
      }
      return found
    })
    const papers = []
    for (const paper of kept) {
      const stored = await deps.objects.get(paperKey(tenant, paper.id))
      if (!stored) throw new Error(`the paper ${paper.id} is not where it was put`)
      papers.push({
        name: `${paper.name} (${paper.form})`,
        bytes: deps.seal.open(paper.id, paper.key, stored),
      })
    }
    return papers
  }
