// R4-A5.12b: figures for those who improve the exams, without the people: the one way anything leaves without a name's consent.
import { deidentified } from '@ochno/domain/retention/deidentify'
import type { Instant } from '@ochno/domain/time'
import { entry, type Keeper, no, type RetentionDeps, zoneOf } from './deps.ts'
import { cell } from './papers.ts'

const HEAD = ['Экзамен', 'Месяц', 'Длилось, минут', 'Подсказок', 'Отметки в протоколе', 'Результат']

export const takeDeidentified = (
  deps: Pick<RetentionDeps, 'store'> & { readonly order: () => number },
  keeper: Keeper,
  now: Instant,
) =>
  deps.store.inTenant(keeper.tenant, async (tx) => {
    const made = deidentified(await tx.retention.bare(await zoneOf(tx)), deps.order)
    if (made.rows.length === 0) return no('too_few_together')
    await tx.audit(
      entry(keeper, now, 'deidentify', keeper.tenant, { rows: made.rows.length, leftOut: made.leftOut }),
    )
    const lines = made.rows.map(({ title, month, minutes, hints, marks, result }) =>
      [title, month, String(minutes), String(hints), marks.toSorted().join(' '), result ?? '']
        .map(cell)
        .join(','),
    )
    const text = `\ufeff${[HEAD.map(cell).join(','), ...lines].join('\r\n')}\r\n`
    return { ok: true as const, bytes: new TextEncoder().encode(text) }
  })
