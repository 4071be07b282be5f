// What the act in force lets a card say, so that the form offers nothing that is refused later.
import { assessmentKinds, assessmentObjects, type ExamFormView, eventTypes } from '@ochno/contract/exam-card'
import { deliveries, type ExamMode, examModes } from '@ochno/domain/exam/card'
import {
  clausesOf,
  hasMaterials,
  hasSwitches,
  isProctoringAct,
  refuseMode,
  saidOf,
} from '@ochno/domain/exam/problems'
import type { TenantId } from '@ochno/domain/ids'
import { type ActPolicy, refuseProctoring } from '@ochno/domain/policy/act-policy'
import { overridable, refuseOverride } from '@ochno/domain/policy/override'
import { parameters, type PolicyKey } from '@ochno/domain/policy/schema'
import { scopes } from '@ochno/domain/regulation/scope'
import { definedBy } from '@ochno/domain/scheduling/act-scopes'
import type { Instant } from '@ochno/domain/time'
import type { ExamDeps } from './deps.ts'
import { editionInForce } from './publish.ts'
import { plainValue } from './read-rules.ts'

type Form = NonNullable<ExamFormView['act']>

const modeKey: Readonly<Record<ExamMode, PolicyKey>> = {
  sync: 'proctoring.modes',
  async_human: 'proctoring.modes',
  async_auto: 'async.fully_automatic_allowed',
  offline: 'proctoring.offline_mode',
}

const modesOf = (act: ActPolicy): Form['modes'] =>
  Object.fromEntries(
    examModes.map((mode) => [
      mode,
      { allowed: refuseMode(act, mode) === null, clauses: [...clausesOf(act, modeKey[mode])] },
    ]),
  ) as Form['modes']

const deliveriesOf = (act: ActPolicy): Form['deliveries'] => {
  const onlyLms = saidOf(act, 'proctoring.launch_only_from_lms') === true
  const external = !onlyLms || saidOf(act, 'proctoring.external_resource_allowed') === true
  const key = external ? 'proctoring.external_resource_allowed' : 'proctoring.launch_only_from_lms'
  return Object.fromEntries(
    deliveries.map((to) => [
      to,
      to === 'external'
        ? { allowed: external, clauses: [...clausesOf(act, key)] }
        : { allowed: true, clauses: [] },
    ]),
  ) as Form['deliveries']
}

/** What an exam says of a ban: lifted where the act yields, tightened where it allows, otherwise shown as fixed. */
const overridesOf = (act: ActPolicy): Form['overrides'] =>
  overridable
    .filter((key) => parameters[key].kind === 'duty' && parameters[key].group === 'materials')
    .flatMap((key) => {
      const value = saidOf(act, key)
      if (value === null || value === 'required') return []
      const lifts = refuseOverride(act, key, { value: 'allowed', ground: 'x' }) === null
      return {
        key,
        value: plainValue(value),
        clauses: [...clausesOf(act, key)],
        may: value === 'forbidden' ? (lifts ? ('lift' as const) : ('fixed' as const)) : ('forbid' as const),
      }
    })

export const examForm = (deps: ExamDeps, tenant: TenantId, now: Instant): Promise<ExamFormView> =>
  deps.store.inTenant(tenant, async (tx) => {
    const edition = await editionInForce(tx, now)
    if (!edition) return { act: null }
    const { policy } = edition
    const defined = isProctoringAct(policy.act) ? definedBy[policy.act] : null
    const kinds = isProctoringAct(policy.act) ? scopes[policy.act].assessments : null
    const stands = refuseProctoring(policy)
    const longest = saidOf(policy, 'session.duration_min')
    const right = saidOf(policy, 'extra_requirements_right')
    return {
      act: {
        id: edition.id,
        preset: policy.act,
        edition: edition.edition,
        title: edition.card.title,
        stands: stands?.why === 'undecided' ? { why: 'undecided', keys: [...stands.keys] } : stands,
        modes: modesOf(policy),
        kinds: assessmentKinds.filter((kind) => kinds === null || kinds.includes(kind)),
        usualKind: defined?.usualKind ?? null,
        events: eventTypes.filter((one) => defined === null || defined.events.some((event) => event === one)),
        objects: assessmentObjects.filter(
          (one) => defined === null || defined.objects.some((object) => object === one),
        ),
        deliveries: deliveriesOf(policy),
        switches: hasSwitches(policy),
        materials: hasMaterials(policy),
        requirements: right !== null && right !== 'forbidden',
        longestMinutes: typeof longest === 'number' ? longest : null,
        lengthClauses: [...clausesOf(policy, 'session.duration_min')],
        overrides: overridesOf(policy),
      },
    }
  })
