// F-003-2, F-003-3, F-004-6: whom an order makes a proctor, and what they were told; filled in from their papers.
import type { ProctorForm } from '@ochno/contract/filled-forms'
import { isSaid, noPapers, type ProctorPapers } from '@ochno/domain/appointment/papers'
import { form0032 } from '@ochno/domain/document/f-003-2'
import { form0033 } from '@ochno/domain/document/f-003-3'
import { form0046 } from '@ochno/domain/document/f-004-6'
import { HAND, handFilled } from '@ochno/domain/document/hand-filled'
import type { Formed } from '@ochno/domain/document/model'
import type { AccountId, TenantId } from '@ochno/domain/ids'
import { type Instant, Temporal } from '@ochno/domain/time'
import { no } from '../../ports/asking.ts'
import { issuerOf } from '../../ports/papers.ts'
import type { Tx } from '../../ports/store.ts'
import { entriesOf } from './journal-entries.ts'
import { actOf, dayOr, type FilledDeps, type PaperKind, press, textOr } from './deps.ts'

export type ProctorFormAsked = {
  readonly form: ProctorForm
  readonly number?: string | undefined
  readonly on?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly exams?: string | undefined
  readonly branch?: string | undefined
}

type Proctor = { readonly id: AccountId; readonly name: string; readonly papers: ProctorPapers }
const date = (iso: string) => Temporal.PlainDate.from(iso)

async function proctorsOf(tx: Tx, branch: string | undefined, now: Instant): Promise<readonly Proctor[]> {
  const barred = await tx.appointments.barred(now)
  const found: Proctor[] = []
  for (const { id, fullName, disabledAt } of await tx.accounts.list('', 'proctor')) {
    if (disabledAt !== null || barred.has(id)) continue
    if (branch !== undefined && (await tx.people.find(id))?.branch?.id !== branch) continue
    found.push({ id, name: fullName, papers: (await tx.appointments.papers(id)) ?? noPapers })
  }
  return found
}

async function formed(tx: Tx, asked: ProctorFormAsked, now: Instant): Promise<Formed> {
  const institution = await issuerOf(tx)
  const { head, quality } = await actOf(tx)
  const proctors = await proctorsOf(tx, asked.branch, now)
  const posts = new Map((await tx.appointments.all()).map(({ person, post }) => [person, post]))
  const registration = { number: textOr(asked.number), on: dayOr(asked.on), template: asked.form }
  const period = { from: dayOr(asked.from), to: dayOr(asked.to) }
  switch (asked.form) {
    case 'F-003-2': {
      const parts = await tx.institutions.parts()
      const branch = parts.find(({ id }) => id === asked.branch)?.name
      return form0032({
        institution,
        registration,
        branch: branch ?? institution.short,
        period,
        // 003 2.6: nobody is appointed without an instruction he confirmed.
        proctors: proctors.flatMap(({ id, name, papers: { instructed } }) =>
          instructed && isSaid(instructed)
            ? [
                {
                  name,
                  post: posts.get(id) ?? HAND,
                  briefing: { on: date(instructed.on), by: instructed.by },
                },
              ]
            : [],
        ),
        rector: head,
      })
    }
    case 'F-003-3':
      return form0033({ institution, quality: null, entries: proctors.flatMap(entriesOf) })
    case 'F-004-6':
      return form0046({
        institution,
        quality,
        registration,
        exams: asked.exams ?? 'аттестационные испытания с применением технологии прокторинга',
        period,
        proctors: proctors.map(({ name, papers: { secrecy } }) => ({
          name,
          acquainted: secrecy && isSaid(secrecy) ? date(secrecy.on) : null,
        })),
        director: head,
      })
  }
}

export async function printProctorForm(
  deps: FilledDeps,
  tenant: TenantId,
  asked: ProctorFormAsked,
  as: PaperKind,
  now: Instant,
) {
  if (asked.from && asked.to && asked.to < asked.from) return no('ends_before_it_begins')
  const made = await deps.store.inTenant(tenant, (tx) => formed(tx, asked, now))
  return press(deps, made.ok ? { ok: true, document: handFilled(made) } : made, as)
}
