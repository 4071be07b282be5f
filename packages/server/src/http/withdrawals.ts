import type { withdrawalRoutes } from '@ochno/contract/withdrawals'
import {
  chooseExitRoute,
  listMyWithdrawals,
  listWithdrawals,
  type WithdrawalDeps,
} from '../features/consents/withdrawals.ts'
import type { WithdrawalId } from '../ports/withdrawals.ts'
import type { Handlers } from './seam.ts'

export const withdrawalHandlers = (deps: WithdrawalDeps): Handlers<typeof withdrawalRoutes> => ({
  listMyWithdrawals: async ({ actor, now }) => ({
    ok: true,
    body: await listMyWithdrawals(deps, actor, now),
  }),
  listWithdrawals: async ({ actor, now }) => ({ ok: true, body: await listWithdrawals(deps, actor, now) }),
  chooseExitRoute: ({ actor, now }, { params, body }) =>
    // The contract has checked its shape.
    chooseExitRoute(deps, actor, params.wid as WithdrawalId, body, now),
})
