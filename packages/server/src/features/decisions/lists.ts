import { roleMay } from '@ochno/domain/access/table'
import { directorRequest } from '@ochno/domain/decision/director'
import type { Instant } from '@ochno/domain/time'
import type { DecisionSetting } from '../../ports/decisions.ts'
import { openCase } from './case.ts'
import { type Asker, type DecisionDeps, entry, seesResults } from './deps.ts'

export const listDecisions = (deps: DecisionDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const setting = await tx.decisions.setting()
    const rows = []
    for (const one of seesResults(asker) ? await tx.decisions.handedOver() : []) {
      const { decision } = one
      const open = decision === null || decision.state === 'pending' || decision.state === 'recommended'
      // Rules are asked only of what is still to be decided.
      const opened = open ? await openCase(tx, asker, one.session, false) : null
      const waits = opened?.ok ? opened.found : null
      rows.push({
        session: one.session,
        exam: { id: one.exam, title: one.examTitle },
        examinee: one.examinee,
        group: one.group,
        protocol: one.number,
        handedOverAt: one.handedOverAt.toString(),
        state: waits?.decision.state ?? decision?.state ?? 'pending',
        value: decision?.decided?.value ?? decision?.proposed?.value ?? null,
        secondWanted: (waits?.decision.proposed ?? null) !== null,
        directorWanted:
          waits !== null && directorRequest(waits.recommended) !== null && !waits.decision.director,
      })
    }
    const maySet = asker.roles.some((role) => roleMay(role, 'act.manage'))
    return { now: now.toString(), ...setting, maySet, rows }
  })

export const changeDecisionSetting = (
  deps: DecisionDeps,
  asker: Asker,
  setting: DecisionSetting,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const before = await tx.decisions.setting()
    await tx.decisions.saveSetting(setting, now)
    await tx.audit(entry(asker, now, 'setting', asker.tenant, { before, after: setting }))
    return { ok: true as const, body: { ...setting } }
  })
