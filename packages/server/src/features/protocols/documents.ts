// The forms of the act, filled in from what was signed.
import { conditionsForProctor } from '@ochno/domain/accommodation/words'
import { dayAt } from '@ochno/domain/document/dates'
import { form0005 } from '@ochno/domain/document/f-000-5'
import { form0011 } from '@ochno/domain/document/f-001-1'
import { form0034 } from '@ochno/domain/document/f-003-4'
import { form0043 } from '@ochno/domain/document/f-004-3'
import { form0044 } from '@ochno/domain/document/f-004-4'
import type { Institution, QualityHead } from '@ochno/domain/document/institution'
import type { Formed, FormId } from '@ochno/domain/document/model'
import { printedHappenings, printedOutages } from '@ochno/domain/document/happened-part'
import type { PrintedReview, SessionRecord } from '@ochno/domain/document/session-record'
import { withoutTypos } from '@ochno/domain/document/typos'
import type { ExamMode } from '@ochno/domain/exam/card'
import { catalogue } from '@ochno/domain/incident/catalogue'
import type { CatalogueEntry } from '@ochno/domain/incident/violation'
import type { Row004 } from '@ochno/domain/incident/rows'
import { deniedRows } from '@ochno/domain/protocol/draft'
import { fromMs, type Instant } from '@ochno/domain/time'
import type { ProtocolFacts, ReviewedAs } from '../../ports/protocols.ts'
import type { Tx } from '../../ports/store.ts'
import type { Known } from './situation.ts'

export type Signing = {
  readonly number: string
  readonly edition: number
  readonly by: string
  readonly at: Instant
}
export type Decided = { readonly manager: string; readonly lmsGrade: string; readonly result: string }

const kinds: Readonly<Record<string, string>> = {
  current: 'текущий контроль',
  intermediate: 'промежуточная аттестация',
  final: 'итоговая аттестация',
  state_final: 'государственная итоговая аттестация',
  other: 'аттестационное испытание',
}

const modes: Readonly<Record<ExamMode, SessionRecord['kind']>> = {
  sync: 'synchronous',
  async_human: 'asynchronous',
  async_auto: 'asynchronous',
  offline: 'classroom',
}

export async function issuerOf(
  tx: Tx,
  known: Pick<Known, 'rules'>,
): Promise<{ institution: Institution; quality: QualityHead; fixTypos: boolean }> {
  const [setting, own, acts] = [await tx.papers.setting(), await tx.institutions.own(), await tx.acts.list()]
  const act = acts.find(({ id }) => id === known.rules.frozen?.act)
  const name = setting?.name || own.name
  return {
    institution: {
      name,
      dative: setting?.dative || name,
      short: setting?.short || name,
      address: setting?.address ?? '',
      city: setting?.city ?? '',
      zone: own.zone,
    },
    quality: { code: act?.card.code ?? '', act: act?.card.title ?? known.rules.frozen?.quote ?? '' },
    fixTypos: setting?.fixTypos ?? false,
  }
}

/** Which documents a signed protocol is: the act's own, and App. 3 of the person beside App. 4. */
export const formsOf = ({ forms }: Pick<Known, 'forms'>): readonly FormId[] => [
  forms.main,
  ...(forms.ofEachPerson ? [forms.ofEachPerson] : []),
]

export async function documentsOf(
  tx: Tx,
  known: Known,
  facts: ProtocolFacts,
  signing: Signing,
  decided: Decided | null,
  only: readonly FormId[] = facts.forms,
) {
  const issuer = await issuerOf(tx, known)
  const record: SessionRecord = {
    ...recordOf(known, facts, signing, issuer.institution.zone, await given(tx, known)),
    learner: (await tx.people.find(known.session.examinee))?.learnerId ?? null,
  }
  return only.map((form) => {
    const formed = formOf(form, known, facts, record, issuer, decided)
    return formed.ok && issuer.fixTypos
      ? { ok: true as const, document: withoutTypos(formed.document) }
      : formed
  })
}

function formOf(
  form: FormId,
  known: Known,
  { draft }: ProtocolFacts,
  session: SessionRecord,
  { institution, quality }: { institution: Institution; quality: QualityHead },
  decided: Decided | null,
): Formed {
  const examinee = known.session.examineeName
  const denied = deniedRows(draft)
  const { zone } = institution
  const { authorised } = session
  switch (form) {
    case 'F-000-5':
      return form0005({
        institution,
        examinee,
        group: known.group,
        rules: known.rules.frozen?.quote ?? null,
        automatic: known.rules.card.mode === 'async_auto',
        comment: draft.comment,
        session,
      })
    case 'F-001-1':
      return form0011({ institution, examinee, grade: known.group ?? '–', session, denied })
    case 'F-003-4':
      return form0034({
        institution,
        examinee,
        documentShown: draft.documentShown,
        comment: draft.comment,
        session,
        denied,
      })
    case 'F-004-4':
      return form0044({
        institution,
        quality,
        proctor: session.proctor,
        manager: decided?.manager ?? null,
        rows: [
          {
            examinee,
            group: known.group ?? '–',
            lmsGrade: decided?.lmsGrade ?? null,
            on: authorised && dayAt(authorised, zone),
            status: draft.status,
            comment: draft.comment,
            result: decided?.result ?? null,
            session,
          },
        ],
      })
    default:
      return form0043({
        institution,
        quality,
        examinee,
        kind: known.final ? 'final' : 'intermediate',
        session,
        denied: denied as readonly Row004[],
      })
  }
}

/** What was permitted, in the words a proctor may read: never the document or the condition behind it (SM-20). */
const given = async (tx: Tx, { session }: Known): Promise<readonly string[]> =>
  session.authorizedAt
    ? conditionsForProctor(await tx.accommodations.inForce(session.id, session.authorizedAt)).flatMap(
        ({ permitted }) => permitted,
      )
    : []

function recordOf(
  { session, rules, identity }: Known,
  facts: ProtocolFacts,
  signing: Signing,
  zone: string,
  accommodations: readonly string[],
): SessionRecord {
  const { draft } = facts
  return {
    registration: {
      number: signing.number,
      on: dayAt(signing.at, zone),
      template: `редакция ${signing.edition}`,
    },
    discipline: rules.card.subject ?? session.examTitle,
    assessment:
      rules.card.event === 'lesson' ? 'занятие' : (kinds[rules.card.kind] ?? 'аттестационное испытание'),
    kind: modes[rules.card.mode],
    proctor: signing.by,
    authorised: session.authorizedAt,
    deauthorised: session.deauthorizedAt,
    identity,
    independent: draft.independent,
    marks: facts.marks
      .filter(({ verdict }) => verdict === 'counted')
      .map(({ code, from, to, note, evidence }) => ({
        code,
        times: [{ from, to }],
        comment: note,
        evidence,
      })),
    attention: facts.marks
      .filter(({ verdict }) => verdict !== 'counted')
      .map(({ code, from, reason, verdict }) => ({
        at: from,
        what: `${(catalogue[code] as CatalogueEntry).wording}: ${reason}`,
        outcome: verdict === 'permitted' ? ('permitted' as const) : ('not_confirmed' as const),
      })),
    outages: printedOutages(facts.happened ?? [], draft.failure, facts.failures),
    happened: printedHappenings(facts.happened ?? []),
    ...(facts.watched ? { watched: facts.watched } : {}),
    ...(facts.review ? { review: printedReview(facts.review) } : {}),
    coverage: facts.coverage.map(({ track, percent, gaps }) => ({
      track,
      percent,
      gaps: gaps.map(([from, to]) => ({ from: fromMs(from), to: fromMs(to) })),
    })),
    permissions: rules.card.switches.map(({ name }) => name),
    accommodations,
    trust: null,
    confirmation: { at: signing.at },
  }
}

const printedReview = ({ owed, passedOver, ...rest }: ReviewedAs): PrintedReview => ({
  ...rest,
  owed: owed.map(dated),
  passedOver: passedOver.map(dated),
})

const dated = ({ from, to, why }: ReviewedAs['owed'][number]) => ({ from: fromMs(from), to: fromMs(to), why })
