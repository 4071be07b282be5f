// What is prohibited or has lost its ground is suspended by itself, and both responsible persons are told (002 п. 11, 19).
import type { ServiceSettings } from '@ochno/contract/service-settings'
import type { AccountId, ExamId, TenantId } from '@ochno/domain/ids'
import type { Criterion } from '@ochno/domain/services/card'
import { decideService, failedChecks, overdueChecks } from '@ochno/domain/services/decide'
import { groundsOn } from '@ochno/domain/services/ground'
import { prohibitedBy } from '@ochno/domain/services/prohibited'
import type { Instant } from '@ochno/domain/time'
import type { AuditEntry } from '../../ports/audit.ts'
import { sendMessage } from '../../ports/messages.ts'
import type { StoredService } from '../../ports/services.ts'
import type { Tx } from '../../ports/store.ts'
import { entry, type Keeper, type ServiceDeps } from './deps.ts'
import { readRegister, type Register, registerView, situationOf } from './register.ts'

const checks: Readonly<Record<Criterion, string>> = {
  personal_data: 'закон о персональных данных и информационная безопасность',
  security: 'безопасность',
  functionality: 'функциональность',
}

function reasonOf(register: Register, one: StoredService): string | null {
  const listed = prohibitedBy(one.card, register.setting.prohibited)
  if (listed) return `Сервис в перечне запрещённых: ${listed.ground}`
  const { files, today } = situationOf(register, one)
  const failed = failedChecks(one)
  if (failed.length > 0)
    return `Проверка показала, что сервис не соответствует: ${failed.map((each) => checks[each]).join(', ')}`
  return groundsOn(one.card, files, today).length === 0
    ? 'Закончилось основание: договор или соглашение'
    : null
}

type Words = { readonly title: string; readonly text: string }

const suspended = ({ card }: StoredService, reason: string): Words => ({
  title: 'Сервис приостановлен',
  text: `«${card.name}» больше не применяется. ${reason}. Откройте «Реестр сервисов», чтобы решить, что делать.`,
})

async function tell(
  deps: ServiceDeps,
  tx: Tx,
  to: AccountId,
  { id }: StoredService,
  facts: Words,
  now: Instant,
) {
  const about = id as unknown as ExamId
  await sendMessage(deps.ids, tx, { to, about, facts }, now)
}

const responsibleFor = ({ orders }: Register, one: StoredService): ReadonlySet<AccountId> => {
  const order = orders.find(({ id }) => id === one.order)
  return new Set(order ? [order.technical.id, order.organisational.id] : [])
}

/** Said once for each day a check was due: the service stays in use, somebody has to look (R2-19a). */
async function warnOfOverdue(
  deps: ServiceDeps,
  tx: Tx,
  register: Register,
  one: StoredService,
  now: Instant,
): Promise<void> {
  for (const { criterion, since } of overdueChecks({ card: one.card, today: register.today })) {
    const day = since.split('-').reverse().join('.')
    const text = `«${one.card.name}»: подтверждение (${checks[criterion]}) действовало по ${day}. Проверьте сервис снова и запишите это в его карточке, в «Реестре сервисов».`
    const told = await tx.notices.whoWasTold(one.id as unknown as ExamId, text)
    for (const to of responsibleFor(register, one))
      if (!told.includes(to)) await tell(deps, tx, to, one, { title: 'Пора проверить сервис', text }, now)
  }
}

async function suspendUnlawful(
  deps: ServiceDeps,
  tx: Tx,
  journal: (action: string, object: string, details: AuditEntry['details']) => AuditEntry,
  now: Instant,
): Promise<void> {
  const register = await readRegister(tx, now)
  for (const one of register.services) {
    if (one.state !== 'active') continue
    const reason = reasonOf(register, one)
    if (reason === null) {
      await warnOfOverdue(deps, tx, register, one, now)
      continue
    }
    const decided = decideService(one.state, 'suspend', 'system', situationOf(register, one, { reason }), now)
    if (!decided.ok) continue
    await tx.services.save({ ...one, state: decided.event.to, reason, changedAt: now })
    await tx.audit(journal('suspend', one.id, { from: one.state, to: decided.event.to, reason }))
    for (const to of responsibleFor(register, one)) await tell(deps, tx, to, one, suspended(one, reason), now)
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
