import { askedKeys } from '@ochno/domain/hint/rules'
import { leftToPeople, watchedUnder } from '@ochno/domain/hint/told'
import type { SessionId } from '@ochno/domain/ids'
import { catalogue } from '@ochno/domain/incident/catalogue'
import type { Instant } from '@ochno/domain/time'
import { type HintDeps, no, type Person, rulesUnder } from './deps.ts'

/** What the examinee reads before the exam, and what the examinee's browser watches by: one and the same. */
export const readWatching = (deps: HintDeps, person: Person, id: SessionId, now: Instant) =>
  deps.store.inTenant(person.tenant, async (tx) => {
    const session = await tx.sessions.find(id)
    if (session?.examinee !== person.account) return no('not_found')
    const under = await rulesUnder(tx, id)
    if (!under)
      return {
        ok: true as const,
        body: { settings: null, usualNoise: null, usualPosture: null, watched: [], people: [], allowed: [] },
      }
    const { rules, settings } = under
    const check = await tx.equipment.ofSession(id, person.account)
    const watched = watchedUnder(settings, rules.permissions, await tx.accommodations.inForce(id, now))
    return {
      ok: true as const,
      body: {
        settings: {
          act: settings.act,
          calibration: settings.calibration.version,
          policy: Object.fromEntries(
            askedKeys.map((key) => {
              const { value } = settings.policy[key]
              return [key, Array.isArray(value) ? [...value] : (value as string | number | boolean | null)]
            }),
          ),
        },
        usualNoise: check?.facts.microphone?.silence ?? null,
        usualPosture: check?.facts.cameras?.[0]?.posture ?? null,
        watched: watched.map(({ code, sensor, verdict }) => ({
          code,
          wording: catalogue[code].wording,
          sensor,
          verdict: verdict.verdict,
          because: [...verdict.because],
        })),
        people: leftToPeople(settings).map((code) => ({ code, wording: catalogue[code].wording })),
        allowed: watched.filter(({ verdict }) => verdict.verdict === 'permitted').map(({ code }) => code),
      },
    }
  })
