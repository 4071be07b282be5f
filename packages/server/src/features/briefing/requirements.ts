// 001 5.1, 003 5.1.2, 004 7.2.2: a proctor knows the requirements of an exam before the wall shows its people.
import type { RequirementsView } from '@ochno/contract/briefing'
import { PROCTOR_KEEPS } from '@ochno/domain/access/proctor-keeps'
import { mayEnterConsole } from '@ochno/domain/appointment/proctor'
import { requirementsClause } from '@ochno/domain/appointment/requirements'
import { materialsOf } from '@ochno/domain/exam/permissions'
import type { ExamId } from '@ochno/domain/ids'
import { previewOfExam } from '@ochno/domain/policy/preview'
import type { Instant } from '@ochno/domain/time'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { Tx } from '../../ports/store.ts'
import { type Asker, type BriefingDeps, entry, no } from './deps.ts'

type Asked = ExamRules & {
  readonly act: string
  readonly frozen: NonNullable<ExamRules['frozen']>
  readonly clause: string
}

/** Null: nothing has to be read. Nobody watches a classroom from the wall. */
function askedBy(rules: ExamRules | null): Asked | null {
  const clause = requirementsClause(rules?.act ?? null)
  if (!rules || clause === null || rules.act === null || rules.frozen === null) return null
  return rules.card.mode === 'offline' ? null : { ...rules, act: rules.act, frozen: rules.frozen, clause }
}

async function view(
  tx: Tx,
  { account }: Pick<Asker, 'account'>,
  rules: Asked,
  people: number,
): Promise<RequirementsView | null> {
  const exam = await tx.exams.find(rules.exam)
  if (!exam) return null
  const { edition, quote } = rules.frozen
  const read = (await tx.briefings.readings(rules.exam, account)).find((one) =>
    mayEnterConsole([{ exam: rules.exam, edition: one.edition }], { exam: rules.exam, edition }),
  )
  return {
    exam: { id: exam.id, title: exam.title },
    opensAt: exam.opensAt.toString(),
    closesAt: exam.closesAt.toString(),
    lengthMinutes: exam.lengthMinutes,
    quote,
    clause: rules.clause,
    edition,
    rules: [...previewOfExam(rules.act, rules.policy).proctor],
    materials: materialsOf(rules.act, rules.card).map(({ wording }) => wording),
    requirements: [...rules.card.requirements],
    people,
    readAt: read?.at.toString() ?? null,
  }
}

export const listRequirements = (deps: BriefingDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const rows: RequirementsView[] = []
    for (const { exam, people } of await tx.briefings.watched(asker.account, now.subtract(PROCTOR_KEEPS))) {
      const rules = askedBy(await tx.rules.ofExam(exam))
      const row = rules && (await view(tx, asker, rules, people))
      if (row) rows.push(row)
    }
    return { now: now.toString(), rows }
  })

export const acknowledgeRequirements = (
  deps: BriefingDeps,
  asker: Asker,
  exam: ExamId,
  edition: number,
  now: Instant,
) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const own = await tx.briefings.watched(asker.account, now.subtract(PROCTOR_KEEPS))
    if (!own.some((one) => one.exam === exam)) return no('not_found')
    const rules = askedBy(await tx.rules.ofExam(exam))
    if (!rules) return no('not_asked')
    if (rules.frozen.edition !== edition) return no('requirements_changed')
    const before = (await tx.briefings.readings(exam, asker.account)).find((one) => one.edition === edition)
    if (!before) {
      await tx.briefings.read(exam, asker.account, { edition, at: now })
      const details = { act: rules.frozen.act, edition, clause: rules.clause }
      await tx.audit(entry(asker, now, 'exam.requirements', exam, details))
    }
    return { ok: true as const, body: { exam, edition, readAt: (before?.at ?? now).toString() } }
  })
