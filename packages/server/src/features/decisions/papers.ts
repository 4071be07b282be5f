// The papers of a decision: the decision itself, the director's recommendation, and column 8 of 004 App. 4.
import { clauseWords } from '@ochno/domain/decision/clause-words'
import { postWords } from '@ochno/domain/decision/posts'
import { resultValues } from '@ochno/domain/decision/values'
import { dayAt } from '@ochno/domain/document/dates'
import { form00410 } from '@ochno/domain/document/f-004-10'
import { formAll5 } from '@ochno/domain/document/f-all-5'
import type { Formed, PrintedDocument } from '@ochno/domain/document/model'
import type { KeptDecision, KeptDirector } from '../../ports/decisions.ts'
import type { Tx } from '../../ports/store.ts'
import type { Case } from './case.ts'
import type { DecisionDeps } from './deps.ts'
import { wordingOf } from './show.ts'

async function issuerOf(tx: Tx, { rules }: Case) {
  const setting = await tx.papers.setting()
  const own = await tx.institutions.own()
  const act = (await tx.acts.list()).find(({ id }) => id === rules.frozen?.act)
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
    quality: { code: act?.card.code ?? '', act: act?.card.title ?? rules.frozen?.quote ?? '' },
  }
}

const registrationOf = ({ edition }: Case, zone: string) => ({
  number: edition.number,
  on: dayAt(edition.signedAt, zone),
  template: `редакция ${edition.edition}`,
})

const whole = (formed: Formed): PrintedDocument => {
  if (formed.ok) return formed.document
  throw new Error(`a paper of a decision lacks ${formed.missing.map(({ field }) => field).join(', ')}`)
}

export async function decisionPapers(
  deps: Pick<DecisionDeps, 'decidedForms'>,
  tx: Tx,
  one: Case,
  decided: KeptDecision,
): Promise<readonly PrintedDocument[]> {
  const { institution, quality } = await issuerOf(tx, one)
  const { zone } = institution
  const clauses = decided.shown
    .filter(({ value }) => value === decided.value)
    .map(({ clause }) => clauseWords(clause))
  const { by, second } = decided
  const paper = formAll5({
    institution,
    quality: one.findings.act === '004' ? quality : null,
    registration: {
      ...registrationOf(one, zone),
      number: `${parseInt(one.edition.number, 10)}-Р`,
      on: dayAt(by.at, zone),
    },
    examinee: one.session.examineeName,
    exam: one.session.examTitle,
    protocol: registrationOf(one, zone),
    value: decided.value,
    ground: [...clauses, decided.ground].join('; '),
    decidedBy: { post: postWords[by.post], name: by.name },
    second: second && { post: postWords[second.post], name: second.name },
    on: dayAt((second ?? by).at, zone),
  })
  const forms = one.final
    ? await deps.decidedForms(tx, one.session.id, {
        manager: by.name,
        lmsGrade: decided.lmsGrade,
        result: resultValues[decided.value],
      })
    : []
  return [whole(paper), ...forms]
}

export async function directorPapers(
  tx: Tx,
  one: Case,
  director: KeptDirector,
): Promise<readonly PrintedDocument[]> {
  const status = one.edition.facts.draft.status
  const main = status === 3 || status === 4 || status === 5 ? status : statusOf(one)
  if (main === null) return []
  const { institution, quality } = await issuerOf(tx, one)
  const { zone } = institution
  const marks = one.findings.marks.map(({ code }) => wordingOf(code))
  const answer = form00410({
    institution,
    quality,
    registration: {
      ...registrationOf(one, zone),
      number: `${parseInt(one.edition.number, 10)}-Д`,
      on: dayAt(director.at, zone),
    },
    protocol: registrationOf(one, zone),
    examinee: one.session.examineeName,
    status: main,
    materials: [`протокол № ${one.edition.number}`, ...marks],
    asked: {
      by: one.edition.signedByName,
      on: dayAt(one.edition.handedOverAt ?? one.edition.signedAt, zone),
    },
    answer: {
      recommendation: director.recommendation,
      by: director.name,
      post: director.by.post === 'director' ? 'director' : 'deputy',
      on: dayAt(director.at, zone),
    },
  })
  return [whole(answer)]
}

/** The status the marks lead to, where the proctor's own is another. */
function statusOf({ recommended }: Case): 3 | 4 | 5 | null {
  const main = recommended.find(({ needsDirector }) => needsDirector)?.status?.main
  return main === 3 || main === 4 || main === 5 ? main : null
}
