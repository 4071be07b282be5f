// A protocol as its writer and its readers see it.
import type { PaperView, ProtocolDraftGiven, ProtocolView } from '@ochno/contract/protocols'
import { proposeStatus } from '@ochno/domain/decision/status'
import { decisionPolicy } from '@ochno/domain/decision/policy'
import type { CheckStatus } from '@ochno/domain/decision/findings'
import type { ViolationCode } from '@ochno/domain/incident/catalogue'
import { emptyDraft, type ProtocolDraft, rowName, wantingOf } from '@ochno/domain/protocol/draft'
import { protocolRows } from '@ochno/domain/protocol/rows'
import { lastOf } from '@ochno/domain/protocol/happened'
import { standsUnjudged } from '@ochno/domain/quality/unjudged'
import { instant, type Instant } from '@ochno/domain/time'
import { hex } from '@ochno/evidence/bytes'
import type { SessionPaper, SessionProtocol, TrackCoverage } from '../../ports/protocols.ts'
import type { Tx } from '../../ports/store.ts'
import { type Writer, writes } from './deps.ts'
import { formsOf } from './documents.ts'
import { happenedRows, laterOf, offersOf } from './happened-view.ts'
import { documentShownOf, type Known, situationOf } from './situation.ts'
import { wordingOf } from './wording.ts'

/** What the next signature would sign: the open draft, else the last edition, else nothing answered at all. */
export async function draftOf(tx: Tx, known: Known): Promise<ProtocolDraft> {
  const { protocol } = known
  if (protocol?.draft) return protocol.draft
  const last = protocol?.editions.at(-1)
  if (last) return last.facts.draft
  return { ...emptyDraft, documentShown: await documentShownOf(tx, known.session.id) }
}

export function stateOf(protocol: SessionProtocol | null): ProtocolView['state'] {
  const last = protocol?.editions.at(-1)
  if (!last) return 'draft'
  if (protocol?.draft) return 'correcting'
  return last.handedOverAt ? 'handed_over' : 'signed'
}

export const paperView = (paper: SessionPaper): PaperView => ({
  id: paper.id,
  form: paper.form,
  name: paper.name,
  kind: paper.kind,
  bytes: paper.bytes,
  sha256: hex(paper.sha256),
  madeAt: paper.madeAt.toString(),
})

const draftView = (draft: ProtocolDraft): ProtocolDraftGiven => ({
  ...draft,
  answers: { ...draft.answers },
  marks: { ...draft.marks },
  failure: draft.failure && {
    ...draft.failure,
    from: draft.failure.from.toString(),
    to: draft.failure.to.toString(),
  },
})

export const draftFrom = (given: ProtocolDraftGiven): ProtocolDraft => ({
  ...given,
  failure: given.failure && {
    ...given.failure,
    from: instant(given.failure.from),
    to: instant(given.failure.to),
  },
})

/** Advice from what is counted so far (TR-07); only where App. 4 is filled in. */
function adviceOf(known: Known, draft: ProtocolDraft): ProtocolView['statusAdvice'] {
  if (!known.final) return null
  const counted = known.marks.filter(({ key }) => draft.marks[key]?.is === 'counted')
  const times = new Map<ViolationCode, number>()
  for (const { code } of counted) times.set(code, (times.get(code) ?? 0) + 1)
  const proposal = proposeStatus(
    {
      act: known.act,
      marks: [...times].map(([code, occurrences]) => ({ code, occurrences, conditionMet: true })),
      switchedOff: known.rules.permissions.switchedOff,
      stoppedForViolations: draft.stoppedForViolations === true,
      recordingRequired: false,
      recordingConfirmed: true,
      started: known.session.startedAt !== null,
      finalAttestation: known.final,
      failure: null,
      unjudged: standsUnjudged(known.log),
    },
    decisionPolicy(known.rules.policy),
  )
  return (
    proposal && { main: proposal.main, fitting: proposal.fitting.map(({ status }): CheckStatus => status) }
  )
}

export async function viewOf(
  tx: Tx,
  reader: Writer,
  known: Known,
  coverage: readonly TrackCoverage[] | null,
  now: Instant,
): Promise<ProtocolView> {
  const { session, rules, protocol, identity } = known
  const draft = await draftOf(tx, known)
  const papers = await tx.protocols.papers(session.id)
  const situation = situationOf(known)
  return {
    now: now.toString(),
    session: session.id,
    exam: session.examTitle,
    event: session.event,
    room: session.room && { ...session.room },
    examinee: session.examineeName,
    group: known.group,
    act: known.act,
    quote: rules.frozen?.quote ?? null,
    forms: formsOf(known) as ProtocolView['forms'],
    final: known.final,
    mayWrite: writes(reader, known),
    mayMark: session.proctors.some(({ id }) => id === reader.account),
    state: stateOf(protocol),
    revision: protocol?.revision ?? 0,
    authorizedAt: session.authorizedAt?.toString() ?? null,
    deauthorizedAt: session.deauthorizedAt?.toString() ?? null,
    startedAt: session.startedAt?.toString() ?? null,
    stopReason: session.endReason,
    identity: identity && { ...identity, at: identity.at.toString() },
    coverage: coverage?.map(({ track, percent }) => ({ track, percent })) ?? null,
    rows: situation.byRows
      ? protocolRows(known.act).map(({ codes, ...row }) => ({
          row: row.row,
          wording: row.wording,
          starred: row.starred,
          codes: codes.map((code) => ({ code, wording: wordingOf(code) })),
        }))
      : [],
    marks: known.marks.map(({ key, code, from, to, note, by }) => ({
      key,
      code,
      wording: wordingOf(code),
      row: rowName(known.act, code),
      from: from.toString(),
      to: to?.toString() ?? null,
      note,
      by,
    })),
    upTo: lastOf(known.log),
    happened: happenedRows(known),
    watched: known.watched,
    offers: offersOf(known, now),
    later: laterOf(known, protocol?.editions.at(-1)),
    hintsOpen: known.issue.unresolvedHints,
    statusAdvice: adviceOf(known, draft),
    draft: draftView(draft),
    wants: [...wantingOf(draft, situation)],
    editions: (protocol?.editions ?? []).map((one) => ({
      edition: one.edition,
      number: one.number,
      reason: one.reason,
      signedBy: one.signedByName,
      signedAt: one.signedAt.toString(),
      handedOverAt: one.handedOverAt?.toString() ?? null,
      papers: papers
        .filter(({ edition, form }) => edition === one.edition && one.facts.forms.includes(form))
        .map(paperView),
    })),
  }
}
