// Where a check at the door goes: to the session it is made for, kept; or, in a trial, only to be judged.
import {
  acknowledgeCheck,
  type CheckFacts,
  type CheckView,
  type readMyEquipment,
  saveCheck,
} from '@ochno/contract/equipment'
import { judgeTrial } from '@ochno/contract/trial'
import type { SessionId } from '@ochno/domain/ids'
import { call, type Failure, type InputOf } from '../../api/client.ts'
import { deviceMark } from '../../machine/device-mark.ts'

/** One that nobody keeps has no id. */
export type ShownCheck = Omit<CheckView, 'id'> & { readonly id: CheckView['id'] | null }

type Judged =
  | { readonly ok: true; readonly body: ShownCheck }
  | { readonly ok: false; readonly failure: Failure }

/** What is ticked below a check. */
export type Said = { readonly declared: readonly CheckView['rows'][number]['item'][]; readonly risk: boolean }

export type CheckWays = {
  readonly asks: InputOf<typeof readMyEquipment>['query']
  readonly kept: boolean
  readonly save: (facts: CheckFacts) => Promise<Judged>
  readonly confirm: (check: ShownCheck, facts: CheckFacts, said: Said) => Promise<Judged>
}

export function doorWays(session: SessionId): CheckWays {
  const device = deviceMark()
  const place = 'examinee' as const
  return {
    asks: { place, session, ...(device ? { device } : {}) },
    kept: true,
    save: (facts) => call(saveCheck, { body: { place, session, facts, device, shorter: true } }),
    confirm: ({ id }, _facts, { declared, risk }) => {
      if (id === null) throw new Error('a check that is kept has an id')
      return call(acknowledgeCheck, { params: { cid: id }, body: { declared: [...declared], risk } })
    },
  }
}

/** Everything is measured anew, so that whoever tries it out sees the whole of it. */
export function trialWays(session: SessionId | null): CheckWays {
  const judged = async (facts: CheckFacts, said: Said | null): Promise<Judged> => {
    const answer = await call(judgeTrial, {
      body: { session, facts, said: said && { declared: [...said.declared], risk: said.risk } },
    })
    return answer.ok ? { ok: true, body: { ...answer.body, id: null } } : answer
  }
  return {
    asks: { place: 'examinee', ...(session ? { session } : {}) },
    kept: false,
    save: (facts) => judged(facts, null),
    confirm: (_check, facts, said) => judged(facts, said),
  }
}
