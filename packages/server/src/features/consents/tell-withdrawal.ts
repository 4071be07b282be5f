// In plain words: what a withdrawal changes, and that nothing is held against anybody.
import type { Alternative } from '@ochno/domain/consent/refusal'
import type { AccountId, ExamId } from '@ochno/domain/ids'
import type { Instant } from '@ochno/domain/time'
import type { Ids } from '../../ports/ids.ts'
import { sendMessage } from '../../ports/messages.ts'
import type { SessionFacts } from '../../ports/sessions.ts'
import type { Tx } from '../../ports/store.ts'
import type { ExitRoute } from '../../ports/withdrawals.ts'

export const wayWords: Readonly<Record<ExitRoute, string>> = {
  in_person: 'очно, в учреждении',
  oral: 'устно',
  another_format: 'в другой форме',
  own_order: 'в порядке, который назначит учреждение',
}

async function tell(
  ids: Ids,
  tx: Tx,
  to: AccountId,
  about: ExamId,
  facts: { readonly title: string; readonly text: string },
  now: Instant,
) {
  await sendMessage(ids, tx, { to, about, facts }, now)
}

export const tellBefore = (
  ids: Ids,
  tx: Tx,
  { exam, examTitle, examineeName }: SessionFacts,
  to: AccountId,
  alternatives: readonly Alternative[],
  now: Instant,
) => {
  const ways = alternatives.map((one) => wayWords[one])
  const instead =
    ways.length > 0
      ? `Экзамен можно сдать иначе: ${ways.join(' или ')}. Учреждение скажет, когда и где.`
      : 'Как сдать экзамен иначе, скажет учреждение.'
  return tell(
    ids,
    tx,
    to,
    exam,
    {
      title: `${examTitle} — согласие отозвано`,
      text: `${examineeName}: экзамен с прокторингом отменён для вас по отзыву согласия. Это не нарушение и не неявка. ${instead} Снимки, показанные перед экзаменом, удаляются. Если передумаете, согласие можно дать снова до начала экзамена.`,
    },
    now,
  )
}

export const tellRoute = (
  ids: Ids,
  tx: Tx,
  to: AccountId,
  { exam, examTitle }: { readonly exam: ExamId; readonly examTitle: string },
  chosen: { readonly way: ExitRoute; readonly note: string },
  now: Instant,
) =>
  tell(
    ids,
    tx,
    to,
    exam,
    {
      title: `${examTitle} — экзамен без прокторинга`,
      text: `Этот экзамен вы сдаёте ${wayWords[chosen.way]}. ${chosen.note}`,
    },
    now,
  )

export const tellReference = (ids: Ids, tx: Tx, to: AccountId, now: Instant) =>
  tell(
    ids,
    tx,
    to,
    // What is told of no exam bears the id of whom it is about.
    to as string as ExamId,
    {
      title: 'Образец первого входа удаляется',
      text: 'Вы отозвали согласие, поэтому снимки документа и лица, сделанные при первом входе, удаляются. Перед следующим экзаменом учреждение решит, как подтвердить, что учётная запись ваша. Это не нарушение.',
    },
    now,
  )

export const tellAfter = (
  ids: Ids,
  tx: Tx,
  to: AccountId,
  { exam, examTitle }: { readonly exam: ExamId; readonly examTitle: string },
  text: string,
  now: Instant,
) => tell(ids, tx, to, exam, { title: `${examTitle} — запись экзамена`, text }, now)
