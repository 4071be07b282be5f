import type { Instant } from '@ochno/domain/time'
import type { DecisionView } from '@ochno/contract/decisions'
import type { PaperView } from '@ochno/contract/protocols'
import { annulling } from '@ochno/domain/decision/decide'
import { directorRequest } from '@ochno/domain/decision/director'
import { openQuestions } from '@ochno/domain/decision/findings'
import { vocabularyOf } from '@ochno/domain/decision/vocabulary'
import { catalogue, type ViolationCode } from '@ochno/domain/incident/catalogue'
import type { CatalogueEntry } from '@ochno/domain/incident/violation'
import { hex } from '@ochno/evidence/bytes'
import type { Named } from '../../ports/decisions.ts'
import type { SessionPaper } from '../../ports/protocols.ts'
import type { Tx } from '../../ports/store.ts'
import { type Case, proctored } from './case.ts'
import type { Asker } from './deps.ts'
import { postsHere } from './posts-here.ts'

export const wordingOf = (code: string): string =>
  code in catalogue ? (catalogue[code as ViolationCode] as CatalogueEntry).wording : code

const namedView = ({ id, name, post, at }: Named) => ({ id, name, post, at: at.toString() })

const paperView = (paper: SessionPaper): PaperView => ({
  id: paper.id,
  form: paper.form,
  name: paper.name,
  kind: paper.kind,
  bytes: paper.bytes,
  sha256: hex(paper.sha256),
  madeAt: paper.madeAt.toString(),
})

export async function caseView(tx: Tx, asker: Asker, one: Case, now: Instant): Promise<DecisionView> {
  const posts = await postsHere(tx, asker, now)
  const { session, edition, decision, recommended, findings } = one
  const papers = await tx.protocols.papers(session.id)
  // What was made at a signature lies with it; the rest came with the decision.
  const ofProtocol = (paper: SessionPaper) =>
    paper.edition === edition.edition && paper.madeAt.equals(edition.signedAt)
  const { decided, director } = decision
  const values = vocabularyOf(findings.act, one.rules.policy, one.rules.resultsNow)
  const open = openQuestions({
    ...findings,
    marks: findings.marks.map(({ code, occurrences }) => ({ code, occurrences })),
  })
  return {
    session: session.id,
    exam: session.examTitle,
    examinee: session.examineeName,
    group: one.group,
    act: findings.act,
    final: one.final,
    protocol: {
      number: edition.number,
      signedBy: edition.signedByName,
      signedAt: edition.signedAt.toString(),
      handedOverAt: (edition.handedOverAt ?? edition.signedAt).toString(),
      status: edition.facts.draft.status,
      comment: edition.facts.draft.comment,
      independent: edition.facts.draft.independent,
      papers: papers.filter(ofProtocol).map(paperView),
    },
    state: decision.state,
    recommendations: (decided?.shown ?? recommended).map((each) => ({
      rule: each.rule,
      clause: each.clause,
      value: each.value,
      because: each.because.map((code) => ({ code, wording: wordingOf(code) })),
      needsDirector: each.needsDirector === true,
      academicDebt: each.academicDebt === true,
      status: each.status?.main ?? null,
    })),
    questions: open.map(({ code, ask }) => ({
      code,
      wording: wordingOf(code),
      ask,
      answer: decision.answers[code] ?? null,
    })),
    director: {
      wanted: directorRequest(recommended) !== null,
      recommendation: director?.recommendation ?? null,
      by: director && {
        id: director.by.person as Named['id'],
        name: director.name,
        post: director.by.post,
        at: director.at.toString(),
      },
    },
    vocabulary: [...values],
    annulling: values.filter((value) => annulling.includes(value)),
    makers: [...one.makers],
    myPosts: [...posts.may],
    noOrder: [...posts.missing],
    proctored: proctored(one, asker),
    proposed: decision.proposed && {
      value: decision.proposed.value,
      authentic: decision.proposed.authentic,
      ground: decision.proposed.ground,
      by: namedView(decision.proposed.by),
    },
    decided: decided && {
      value: decided.value,
      authentic: decided.authentic,
      ground: decided.ground,
      departs: decided.departs,
      lmsGrade: decided.lmsGrade,
      by: namedView(decided.by),
      second: decided.second && namedView(decided.second),
      papers: papers
        .filter((paper) => !ofProtocol(paper) && !isProtocolForm(paper, edition.edition))
        .map(paperView),
    },
    published:
      decision.publishedAt && decision.publishedBy
        ? {
            explanation: decision.explanation ?? '',
            by: decision.publishedBy.name,
            at: decision.publishedAt.toString(),
          }
        : null,
    debt: decision.debt && { since: decision.debt.since.toString(), clause: decision.debt.clause },
    history: (await tx.decisions.steps(session.id)).map(({ at, kind, name, text }) => ({
      at: at.toString(),
      kind,
      by: name,
      text,
    })),
  }
}

const isProtocolForm = (paper: SessionPaper, edition: number): boolean => paper.edition < edition
