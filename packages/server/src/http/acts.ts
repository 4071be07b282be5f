import type { actRoutes } from '@ochno/contract/acts'
import type { ActId } from '@ochno/domain/ids'
import type { ActDeps } from '../features/acts/deps.ts'
import { changeCard, createAct, listActs, moveAct, readAct } from '../features/acts/manage-acts.ts'
import { compareActs, exportAct, previewAct } from '../features/acts/read-out.ts'
import { decideParameter, stateParameter } from '../features/acts/set-parameter.ts'
import type { Handlers } from './seam.ts'

/** The contract has checked its shape. */
const idOf = (aid: string) => aid as ActId

export const actHandlers = (deps: ActDeps): Handlers<typeof actRoutes> => ({
  listActs: async ({ actor, now }) => ({ ok: true, body: await listActs(deps, actor, now) }),
  createAct: ({ actor, now }, { body }) =>
    createAct(deps, actor, body.from === 'edition' ? { ...body, act: idOf(body.act) } : body, now),
  readAct: ({ actor, now }, { params }) => readAct(deps, actor, idOf(params.aid), now),
  changeCard: ({ actor, now }, { params, body }) => changeCard(deps, actor, idOf(params.aid), body, now),
  decideParameter: ({ actor, now }, { params, body }) =>
    decideParameter(deps, actor, { act: idOf(params.aid), key: params.key }, body.decided, now),
  stateParameter: ({ actor, now }, { params, body }) =>
    stateParameter(deps, actor, { act: idOf(params.aid), key: params.key }, body.stated, now),
  moveAct: ({ actor, now }, { params, body }) => moveAct(deps, actor, idOf(params.aid), body.command, now),
  compareActs: ({ actor }, { params }) =>
    compareActs(deps, actor.tenant, idOf(params.aid), idOf(params.other)),
  exportAct: ({ actor }, { params }) => exportAct(deps, actor.tenant, idOf(params.aid)),
  previewAct: ({ actor }, { params }) => previewAct(deps, actor.tenant, idOf(params.aid)),
})
