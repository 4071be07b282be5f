// The day turns by itself: an order that ends is told of ahead, and the public list never names somebody whose term is over.
import type { AccountId, ExamId, TenantId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Ids } from '../../ports/ids.ts'
import type { Store, Tx } from '../../ports/store.ts'
import { publishIfStale, readRegister } from './register.ts'

export type RemindDeps = { readonly store: Store; readonly ids: Ids }

const TITLE = 'Ответственные на новый учебный год'

async function tellAdministrators(tx: Tx, ids: Ids, tenant: TenantId, now: Instant): Promise<void> {
  const { due, today } = await readRegister(tx, now)
  if (due.length === 0) return
  // One notice a year to each administrator, whatever else is added to the list meanwhile.
  const about = `${tenant}:order:${today.year}` as unknown as ExamId
  const told = new Set((await tx.notices.latest(about, 'message')).map(({ to }) => to))
  const names = due.map(({ of }) => `«${of}»`).join(', ')
  for (const { id, disabledAt } of await tx.accounts.list('', 'admin'))
    if (disabledAt === null && !told.has(id))
      await tx.notices.add({
        kind: 'message',
        facts: {
          title: TITLE,
          text: `Учебный год заканчивается, а приказа на следующий год ещё нет. Никто не назначен: ${names}. Откройте «Ответственные» и внесите новый приказ.`,
        },
        id: ids.make('ntc'),
        to: id as AccountId,
        about,
        edition: 1,
        queuedAt: now,
        deliveredAt: null,
        readAt: null,
      })
}

export const turnAppointments = ({ store, ids }: RemindDeps, tenant: TenantId, now: Instant): Promise<void> =>
  store.inTenant(tenant, async (tx) => {
    await tx.institutions.own()
    await publishIfStale(tx, { tenant, actor: 'system', role: 'system' }, now)
    await tellAdministrators(tx, ids, tenant, now)
  })
