import type { HintView } from '@ochno/contract/hints'
import { absencesOf } from '@ochno/domain/conduct/standing'
import { ringing } from '@ochno/domain/hint/alarm'
import { judgeHint } from '@ochno/domain/hint/judge-hint'
import { replayRule } from '@ochno/domain/hint/replay'
import { type HintSettings, settingsOfExam } from '@ochno/domain/hint/settings'
import type { Granted } from '@ochno/domain/hint/shown'
import type { Judged } from '@ochno/domain/hint/standing'
import type { SessionId } from '@ochno/domain/ids'
import { catalogue } from '@ochno/domain/incident/catalogue'
import type { Verdict } from '@ochno/domain/incident/observation'
import type { Instant } from '@ochno/domain/time'
import type { Asker } from '../../ports/asking.ts'
import type { Said } from '../../ports/conduct.ts'
import type { Digest } from '../../ports/digest.ts'
import type { ExamRules } from '../../ports/exam-policy.ts'
import type { CopySource, HintBell, StoredBlindness, StoredHint } from '../../ports/hints.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Store, Tx } from '../../ports/store.ts'

export { no } from '../../ports/asking.ts'

export type HintDeps = { readonly store: Store; readonly bell: HintBell; readonly digest: Digest }
export type Person = Asker

export type Under = { readonly rules: ExamRules; readonly settings: HintSettings }

/** Null: no such session, or no act that says what may be watched. */
export async function rulesUnder(tx: Tx, id: SessionId): Promise<Under | null> {
  const rules = await tx.rules.ofSession(id)
  const settings = rules && settingsOfExam(rules.act, rules.policy)
  return rules && settings ? { rules, settings } : null
}

/** T-10: a proctor sees the people assigned to him, the commission every session of its institution. */
export const roleIn = (person: Person, session: SessionFacts): 'proctor' | 'commission' | null => {
  if (person.roles.includes('proctor') && session.proctors.some(({ id }) => id === person.account))
    return 'proctor'
  return person.roles.includes('commission') ? 'commission' : null
}

/** Who finished the first review answers what a browser told after it; before its end he judges at the desk, once he has looked. */
export async function roleAt(
  tx: Tx,
  person: Person,
  session: SessionFacts,
): Promise<'proctor' | 'commission' | null> {
  const role = roleIn(person, session)
  if (role !== null || !person.roles.includes('proctor')) return role
  const first = (await tx.reviews.ofSession(session.id)).find(({ kind }) => kind === 'first')
  return first?.reviewer === person.account && first.reviewedAt !== null ? 'proctor' : null
}

const grantedTo = async (tx: Tx, id: SessionId, now: Instant): Promise<Granted> =>
  grantedBy(await tx.conduct.read(id, 0), await tx.accommodations.inForce(id, now), now)

export function grantedBy(log: readonly Said[], conditions: Granted['conditions'], now: Instant): Granted {
  return {
    conditions,
    absences: absencesOf(log).map(({ from, until }) => ({
      from: from.epochMilliseconds,
      to: (until ?? now).epochMilliseconds,
    })),
  }
}

export type SeenHint = StoredHint &
  Pick<Judged, 'technical'> & {
    readonly said: Verdict
    readonly rings: boolean
    readonly copied: CopySource | null
  }

export type Seen = { readonly hints: readonly SeenHint[]; readonly blind: readonly StoredBlindness[] }

/** What is stored, with what the exam's rules, the examinee's conditions and the network say of it now. */
export async function seenIn(tx: Tx, id: SessionId, { rules }: Under, now: Instant): Promise<Seen> {
  const stored = await tx.hints.of([id])
  const blind = await tx.hints.blindOf([id])
  const granted = await grantedTo(tx, id, now)
  const copies = stored.some(isReplay) ? await tx.hints.copiesOf(id) : null
  return seenOf(judgedUnder(stored, { rules, granted, blind }), blind, copies)
}

export type Around = {
  readonly rules: ExamRules
  readonly granted: Granted
  readonly blind: readonly StoredBlindness[]
}

export const judgedUnder = (stored: readonly StoredHint[], { rules, granted, blind }: Around) =>
  stored.map((hint) => ({
    hint,
    ...judgeHint(hint, { rules: rules.permissions, policy: rules.policy, granted, blind }),
  }))

export const isReplay = ({ rule }: StoredHint) => rule === replayRule.rule

export function seenOf(
  judged: ReturnType<typeof judgedUnder>,
  blind: readonly StoredBlindness[],
  copies: ReadonlyMap<number, CopySource> | null,
): Seen {
  const loud = ringing(judged.map(({ hint, verdict, technical }) => plain(hint, verdict, technical)))
  return {
    hints: judged.map(({ hint, verdict, technical }) => ({
      ...hint,
      said: verdict,
      technical,
      rings: loud.has(hint.no),
      copied: copies?.get(hint.no) ?? null,
    })),
    blind,
  }
}

export const plain = (hint: StoredHint, { verdict }: Verdict, technical: boolean): Judged => ({
  no: hint.no,
  code: hint.code,
  from: hint.from,
  to: hint.to,
  verdict,
  technical,
  state: hint.answer?.state ?? 'open',
})

export const judgedOf = ({ hints }: Seen): readonly Judged[] =>
  hints.map((hint) => plain(hint, hint.said, hint.technical))

/** Another person's recording is named only to who may see it. */
async function copiedFor(tx: Tx, person: Person, { session, copied }: SeenHint): Promise<HintView['copied']> {
  if (!copied) return null
  const here = copied.session === session
  const source = here ? null : await tx.sessions.find(copied.session)
  const seen = here || (source !== null && roleIn(person, source) !== null)
  return {
    session: seen ? copied.session : null,
    here,
    fromMs: seen ? copied.from : null,
    toMs: seen ? copied.to : null,
  }
}

export async function viewsFor(tx: Tx, person: Person, hints: readonly SeenHint[]): Promise<HintView[]> {
  const views: HintView[] = []
  for (const hint of hints) views.push({ ...viewOf(hint), copied: await copiedFor(tx, person, hint) })
  return views
}

const viewOf = (hint: SeenHint): Omit<HintView, 'copied'> => ({
  no: hint.no,
  session: hint.session,
  rule: hint.rule,
  code: hint.code,
  wording: catalogue[hint.code].wording,
  fromMs: hint.from,
  toMs: hint.to,
  ongoing: hint.ongoing,
  strength: hint.strength,
  about: hint.about ?? null,
  name: hint.name ?? null,
  detection: catalogue[hint.code].detection,
  verdict: hint.said.verdict,
  because: [...hint.said.because],
  technical: hint.technical,
  rings: hint.rings,
  state: hint.answer?.state ?? 'open',
  answer: hint.answer && {
    by: hint.answer.name,
    at: hint.answer.at.toString(),
    note: hint.answer.note,
    mark: hint.answer.mark,
  },
})
