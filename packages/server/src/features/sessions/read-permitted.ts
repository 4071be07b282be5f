import { maySeeSession } from '@ochno/domain/access/may'
import type { ExamCard } from '@ochno/domain/exam/card'
import { materialsOf } from '@ochno/domain/exam/permissions'
import type { SessionId } from '@ochno/domain/ids'
import type { Material } from '@ochno/domain/materials/allowed'
import { type Asker, no, type SessionDeps } from './deps.ts'

/** What a switch permits is said by the switch, with its limit of time: not twice. */
const beside = ({ switches }: ExamCard, materials: readonly Material[]) =>
  materials.filter(({ id }) => !switches.some(({ name }) => name === id))

/** One list for both sides: what is not on it is not permitted. */
export const readPermitted = (deps: SessionDeps, asker: Asker, id: SessionId) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const [session, rules] = [await tx.sessions.find(id), await tx.rules.ofSession(id)]
    if (!session || !rules || !maySeeSession(asker, session)) return no('not_found')
    const { act, frozen, card } = rules
    const seat = await tx.workplaces.seat(id)
    return {
      ok: true as const,
      body: {
        quote: frozen?.quote ?? null,
        switches: card.switches.map((one) => ({ ...one })),
        software: card.software.map(({ name }) => name),
        materials: act === null ? [] : beside(card, materialsOf(act, card)).map(({ wording }) => wording),
        lifted: card.overrides.filter(({ value }) => value === 'allowed').map(({ key }) => key),
        requirements: [...card.requirements],
        workplace: seat && {
          place: seat.name,
          address: seat.address,
          from: seat.from.toString(),
          until: seat.until.toString(),
        },
      },
    }
  })
