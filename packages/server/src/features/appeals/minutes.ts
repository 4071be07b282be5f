// The protocol of the commission, form F-ALL-2.
import type { MarkView } from '@ochno/contract/appeal-parts'
import { hasVote } from '@ochno/domain/appeal/vote'
import { resultValues } from '@ochno/domain/decision/values'
import { clock, dayAt, dayFigures } from '@ochno/domain/document/dates'
import { formAll2 } from '@ochno/domain/document/f-all-2'
import type { PrintedDocument } from '@ochno/domain/document/model'
import { fromMs } from '@ochno/domain/time'
import type { Appeal } from '../../ports/appeals.ts'
import type { Tx } from '../../ports/store.ts'
import { handedOver } from './marks.ts'
import type { Open } from './show.ts'

const at = (ms: number, zone: string): string => clock(fromMs(ms), zone)

export async function minutesOf(
  tx: Tx,
  { session, rules, recording }: Open,
  appeal: Appeal,
  taken: readonly MarkView[],
): Promise<PrintedDocument> {
  const setting = await tx.papers.setting()
  const own = await tx.institutions.own()
  const act = (await tx.acts.list()).find(({ id }) => id === rules?.frozen?.act)
  const name = setting?.name || own.name
  const { zone } = own
  const { verdict } = appeal
  if (!verdict) throw new Error('minutes before the verdict')
  const edition = await handedOver(tx, session.id)
  const times = verdict.timeCodes.map(({ from, to }) => `${at(from, zone)}–${at(to, zone)}`).join('; ')
  const studied = [
    ...(recording === 'studied' || (recording === 'not_asked_for' && times)
      ? [{ material: 'видеозапись экзамена', times }]
      : []),
    ...(edition ? [{ material: `протокол прокторинга № ${edition.number}`, times: '' }] : []),
    { material: `апелляционное заявление № ${appeal.number}`, times: '' },
  ]
  const off = taken.map(({ wording, from }) => `«${wording}» (${at(Date.parse(from), zone)})`)
  const decision = [
    verdict.satisfied
      ? 'Апелляцию удовлетворить.'
      : 'В удовлетворении апелляции отказать, результат оставить без изменений.',
    ...(off.length ? [`Снять: ${off.join('; ')}.`] : []),
    ...(verdict.value ? [`Результат: ${resultValues[verdict.value]}.`] : []),
    ...(verdict.second ? [`С аннулированием согласен член комиссии: ${verdict.second.name}.`] : []),
  ].join(' ')
  const on = dayAt(appeal.filedAt, zone)
  const formed = formAll2({
    institution: {
      name,
      dative: setting?.dative || name,
      short: setting?.short || name,
      address: setting?.address ?? '',
      city: setting?.city ?? '',
      zone,
    },
    quality: rules?.act === '004' && act ? { code: act.card.code ?? '', act: act.card.title } : null,
    registration: { number: `${appeal.number}-А`, on: dayAt(verdict.at, zone), template: 'редакция 1' },
    appeal: `№ ${appeal.number} от ${dayFigures(on)}, ${session.examineeName}, ${session.examTitle}: ${appeal.situation.words}`,
    members: appeal.commission.map(({ name: full, role }) => ({ name: full, role })),
    studied,
    votes: appeal.commission.flatMap(({ person, name: full, role }) => {
      if (!hasVote(appeal.commission, person)) return []
      const vote = (appeal.votes ?? []).find((one) => one.person === person)
      const differs = vote !== undefined && vote.satisfied !== verdict.satisfied
      return {
        name: full,
        role,
        satisfied: vote?.satisfied ?? null,
        opinion: differs ? vote.opinion : '',
      }
    }),
    decision,
    reasons: verdict.reasoning,
  })
  if (formed.ok) return formed.document
  throw new Error(`the minutes of an appeal lack ${formed.missing.map(({ field }) => field).join(', ')}`)
}
