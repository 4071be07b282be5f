// What is prohibited or has lost its ground is suspended by itself, and both responsible persons are told (002 п. 11, 19).
import type { ServiceSettings } from '@ochno/contract/services'
import type { AccountId, ExamId, TenantId } from '@ochno/domain/ids'
import { decideService } from '@ochno/domain/services/decide'
import { groundsOn } from '@ochno/domain/services/ground'
import { prohibitedBy } from '@ochno/domain/services/prohibited'
import type { Instant } from '@ochno/domain/time'
import type { AuditEntry } from '../../ports/audit.ts'
import type { StoredService } from '../../ports/services.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, type Keeper, type ServiceDeps } from './deps.ts'
import { readRegister, type Register, registerView, situationOf } from './register.ts'

const TITLE = 'Сервис приостановлен'

function reasonOf(register: Register, one: StoredService): string | null {
  const listed = prohibitedBy(one.card, register.setting.prohibited)
  if (listed) return `Сервис в перечне запрещённых: ${listed.ground}`
  const { files, today } = situationOf(register, one)
  return groundsOn(one.card, files, today).length === 0
    ? 'Закончилось основание: договор или соглашение'
    : null
}

async function tell(
  deps: ServiceDeps,
  tx: Tx,
  to: AccountId,
  { id, card }: StoredService,
  reason: string,
  now: Instant,
) {
  const about = id as unknown as ExamId
  await tx.notices.add({
    kind: 'message',
    facts: {
      title: TITLE,
      text: `«${card.name}» больше не применяется. ${reason}. Откройте «Реестр сервисов», чтобы решить, что делать.`,
    },
    id: deps.ids.make('ntc'),
    to,
    about,
    edition: await tx.notices.nextEdition(to, about),
    queuedAt: now,
    deliveredAt: null,
    readAt: null,
  })
}

async function suspendUnlawful(
  deps: ServiceDeps,
  tx: Tx,
  journal: (action: string, object: string, details: AuditEntry['details']) => AuditEntry,
  now: Instant,
): Promise<void> {
  const register = await readRegister(tx, now)
  for (const one of register.services) {
    const reason = one.state === 'active' ? reasonOf(register, one) : null
    if (reason === null) continue
    const decided = decideService(one.state, 'suspend', 'system', situationOf(register, one, { reason }), now)
    if (!decided.ok) continue
    await tx.services.save({ ...one, state: decided.event.to, reason, changedAt: now })
    await tx.audit(journal('suspend', one.id, { from: one.state, to: decided.event.to, reason }))
    const order = register.orders.find(({ id }) => id === one.order)
    const responsible = order ? [order.technical.id, order.organisational.id] : []
    for (const to of new Set(responsible)) await tell(deps, tx, to, one, reason, now)
  }
}

/** The day turns by itself: a contract that ran out yesterday carries nothing today. */
export const turnServices = (deps: ServiceDeps, tenant: TenantId, now: Instant): Promise<void> =>
  deps.store.inTenant(tenant, async (tx) => {
    await tx.services.own()
    await suspendUnlawful(
      deps,
      tx,
      (action, object, details) => ({
        at: now,
        tenant,
        actor: 'system',
        role: 'system',
        action: `service.${action}`,
        object,
        purpose: 'administration',
        result: 'ok',
        ...(details ? { details } : {}),
      }),
      now,
    )
  })

export const saveSettings = (deps: ServiceDeps, keeper: Keeper, given: ServiceSettings, now: Instant) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    await tx.services.own()
    const before = await tx.services.setting()
    await tx.services.setSetting(given, keeper.account, now)
    await tx.audit(entry(keeper, now, 'settings', keeper.tenant, { before, after: given }))
    await suspendUnlawful(
      deps,
      tx,
      (action, object, details) => entry(keeper, now, action, object, details),
      now,
    )
    return { ok: true as const, body: await registerView(tx, now) }
  })
