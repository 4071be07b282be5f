// The page «Согласия»: what a person and the children in his care are asked for.
import type { ConsentItem, ConsentPersonView } from '@ochno/contract/consents'
import type { ConsentKind } from '@ochno/domain/consent/rules'
import type { Signer } from '@ochno/domain/consent/signers'
import { withdrawalWarning } from '@ochno/domain/consent/withdrawal'
import { endsOn } from '@ochno/domain/consent/record'
import type { AccountId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { ConsentLife, KeptPaper, Shown } from '../../ports/consents.ts'
import type { Tx } from '../../ports/store.ts'
import type { Asker, ConsentDeps } from './deps.ts'
import { type Office, openOffice, versionOf } from './office.ts'
import {
  actsAs,
  beginsAnew,
  lifeOf,
  originalDue,
  paperOf,
  type PersonFacts,
  readPerson,
  recordsOf,
  signersNow,
  standing,
} from './person.ts'

export const paperView = (paper: KeptPaper) => ({
  id: paper.id,
  programme: paper.programme,
  generatedAt: paper.generatedAt.toString(),
  scan: paper.scan && { kind: paper.scan.kind, bytes: paper.scan.bytes, at: paper.scan.at.toString() },
  original: paper.original && { receivedOn: paper.original.receivedOn, by: paper.original.name },
})

/** 004 App. 5 names the programme; elsewhere what follows is said without a threat. */
export const warningOf = (office: Office, life: Pick<ConsentLife, 'kind' | 'programme'>): string => {
  switch (life.kind) {
    case 'biometric':
    case 'third_party_transfer':
      return withdrawalWarning(office.operator.short, `«${life.programme ?? ''}»`)
    case 'proctoring_informed':
      return 'Экзамены, которые ещё не начались, пройдут для вас в другом порядке, без прокторинга. Это не нарушение. Уже сделанные записи учреждение хранит только на других законных основаниях.'
    case 'video_disputes':
      return 'Записью больше не будут пользоваться при разборе споров, даже если она в вашу пользу. На сам экзамен это не влияет.'
    case 'account_binding':
      return 'Перед следующим экзаменом учреждение решит, как подтвердить, что учётная запись ваша. Это не нарушение.'
  }
}

async function item(
  office: Office,
  facts: PersonFacts,
  kind: ConsentKind,
  reader: { readonly account: AccountId; readonly as: Signer },
  shown: readonly Shown[],
): Promise<ConsentItem> {
  const { kept, ready } = await office.text(kind)
  const life = lifeOf(facts, kind)
  const exam = facts.ahead[0] ?? null
  const stands = await standing(office, facts, kind, exam)
  const anew = beginsAnew(life, stands, kept.id)
  const signers = signersNow(office, facts.subject)
  const signatures = anew && life?.state === 'informed' ? [] : (life?.signatures ?? [])
  const { wording } = kept
  const open = anew || life?.state === 'informed'
  return {
    kind,
    id: life?.id ?? null,
    state: life?.state ?? 'none',
    onPaper: facts.demand.onPaper.includes(kind),
    ready,
    text: {
      id: kept.id,
      version: versionOf(kept),
      title: wording.title,
      blocks: wording.blocks.map((block) => ({ ...block })),
      question: wording.question,
    },
    read: shown.filter(({ text, to }) => text === kept.id && to === reader.account).map(({ part }) => part),
    signatures: signatures.map(({ signer, name, at }) => ({ signer, name, at })),
    signers: signers && [...signers],
    mayAnswer:
      ready &&
      open &&
      signers?.includes(reader.as) === true &&
      !(life?.state === 'informed' && signatures.some(({ signer }) => signer === reader.as)),
    standing: stands,
    signedOn: life?.signedOn ?? null,
    warning: warningOf(office, { kind, programme: life?.programme ?? null }),
    mayWithdraw:
      life?.state === 'active' && life.withdrawalAskedOn === null && (signers ?? []).includes(reader.as),
    withdrawalAskedOn: life?.state === 'active' ? life.withdrawalAskedOn : null,
  }
}

export async function personView(
  tx: Tx,
  office: Office,
  facts: PersonFacts,
  reader: { readonly account: AccountId; readonly as: Signer },
): Promise<ConsentPersonView> {
  const shown = await tx.consents.shown(facts.subject.account)
  const items: ConsentItem[] = []
  for (const kind of facts.demand.kinds) items.push(await item(office, facts, kind, reader, shown))
  const paper = paperOf(facts)
  const due = originalDue(office, facts)
  const [exam] = facts.ahead
  const copies: ConsentPersonView['copies'] = []
  for (const life of [...facts.lives].reverse()) {
    if (life.signedOn === null && life.state !== 'declined') continue
    const kept = await tx.consents.text(life.text)
    const [record] = recordsOf([life])
    copies.push({
      id: life.id,
      kind: life.kind,
      state: life.state,
      version: kept ? versionOf(kept) : '',
      signedOn: life.signedOn,
      endedOn: record ? (endsOn(record)?.toString() ?? null) : null,
    })
  }
  return {
    account: facts.subject.account,
    name: facts.subject.name,
    self: facts.subject.account === reader.account,
    items,
    paper: paper && paperView(paper),
    mayMakePaper: items.some(
      (one) =>
        one.onPaper &&
        one.ready &&
        one.signers !== null &&
        one.text.blocks.every(({ part }) => one.read.includes(part)) &&
        (['none', 'informed', 'form_generated', 'printed', 'withdrawn', 'expired'].includes(one.state) ||
          (one.state === 'active' && one.standing.is === 'awaited')),
    ),
    originalBy: due && paper?.original == null ? due.lastDay.toString() : null,
    exam: exam ? { title: exam.title, opensAt: exam.opensAt.toString() } : null,
    alternatives: [...office.settings.alternatives],
    voluntary: facts.demand.voluntary,
    copies,
  }
}

export const listMine = (deps: ConsentDeps, asker: Asker, now: Instant) =>
  deps.store.inTenant(asker.tenant, async (tx) => {
    const office = await openOffice(deps, tx, now)
    const links = await tx.consents.representations(asker.account)
    const children = links
      .filter(({ representative }) => representative === asker.account)
      .map(({ child }) => child as AccountId)
    const people: ConsentPersonView[] = []
    for (const account of [asker.account, ...new Set(children)]) {
      const facts = await readPerson(tx, office, account)
      if (!facts) continue
      const as = await actsAs(tx, office, asker.account, facts.subject)
      if (as) people.push(await personView(tx, office, facts, { account: asker.account, as }))
    }
    return { people, today: office.today.toString() }
  })
