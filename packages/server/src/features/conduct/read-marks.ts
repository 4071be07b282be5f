import { signsOf } from '@ochno/domain/incident/signs'
import { conditionsForProctor } from '@ochno/domain/accommodation/words'
import { marksUnder } from '@ochno/domain/conduct/refuse'
import { actionsOf, leavingRule } from '@ochno/domain/conduct/rules'
import type { SessionId } from '@ochno/domain/ids'
import { catalogue } from '@ochno/domain/incident/catalogue'
import type { Instant } from '@ochno/domain/time'
import { type ConductDeps, no, partyOf, rulesOf, type Speaker } from './deps.ts'

/** TR-46: what the console may offer for one session, and what is permitted to this person (SM-20). */
export const readMarks = (deps: ConductDeps, speaker: Speaker, id: SessionId, now: Instant) =>
  deps.store.inTenant(speaker.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    const rules = session && partyOf(speaker, session, 'proctor') ? await rulesOf(tx, id) : null
    if (!rules) return no('not_found')
    const { warnBy, scanOnDemand, stopAfter } = actionsOf(rules)
    const { allowedMinutes } = leavingRule(rules)
    const consequence = rules.policy['live.stop_result'].value
    return {
      ok: true as const,
      body: {
        marks: marksUnder(rules).map((code) => ({
          code,
          wording: catalogue[code as keyof typeof catalogue].wording,
          signs: signsOf(code, rules.act),
        })),
        act: rules.act,
        may: {
          warnBy: [...warnBy],
          scan: scanOnDemand,
          stopAfter,
          stopConsequence: typeof consequence === 'string' ? consequence : null,
          leaveMinutes: allowedMinutes !== null && Number.isFinite(allowedMinutes) ? allowedMinutes : null,
        },
        accommodations: conditionsForProctor(await tx.accommodations.inForce(id, now)).map(
          ({ permitted, limit }) => ({ permitted: [...permitted], limit }),
        ),
      },
    }
  })
