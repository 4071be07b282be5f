// What a person is told when the paper original did not come in time: a fact and what to do, no reproach (R4-3.11c).
import type { PlainDate } from '../calendar/working-days.ts'
import { dayWords } from '../document/dates.ts'

export const lateOriginalWords = (
  lastDay: PlainDate,
  scanUploaded: boolean,
  language: 'ru' | 'en',
): string => {
  if (language === 'en')
    return `The signed original of the consent was due by ${lastDay.toString()} and has not come yet. ${scanUploaded ? 'The scan is here: take the sheet itself to the institution.' : 'Open “Consents”, print the form, sign it, upload the scan and take the sheet to the institution.'} The institution decides about the exam.`
  return `Подписанный оригинал согласия ждали до ${dayWords(lastDay).replace(/\s*г\.$/, ' года')}, но он ещё не сдан. ${scanUploaded ? 'Скан уже есть: отнесите в учреждение сам лист.' : 'Откройте «Согласия», распечатайте бланк, подпишите, загрузите скан и отнесите лист в учреждение.'} Как быть с экзаменом, решит учреждение.`
}

/** P-11b: calendar days before an exam on which whoever still has to answer is reminded. */
export const REMIND_DAYS = [7, 3, 1] as const
export type RemindDay = (typeof REMIND_DAYS)[number]

/** The reminder that is due with so many days left; null: too early, or the day is over. A missed hour makes up for itself. */
export const reminderDue = (daysLeft: number): RemindDay | null =>
  daysLeft < 0 ? null : (REMIND_DAYS.findLast((day) => daysLeft <= day) ?? null)

const inDays: Readonly<Record<RemindDay, readonly [ru: string, en: string]>> = {
  7: ['осталось не больше недели', 'is a week away or less'],
  3: ['осталось не больше трёх дней', 'is three days away or less'],
  1: ['остался день или меньше', 'is a day away or less'],
}

/** Which way somebody answers is their own affair: a no is an answer too. */
export function unansweredWords(examDay: PlainDate, due: RemindDay, language: 'ru' | 'en'): string {
  const [ru, en] = inDays[due]
  if (language === 'en')
    return `The exam on ${examDay.toString()} ${en}, and the consent to proctoring has no answer of yours yet. Open “Consents”, read it and answer. Without an answer the exam can not begin; if you say no, you will be told how to take it otherwise.`
  return `До экзамена ${dayWords(examDay).replace(/\s*г\.$/, ' года')} ${ru}, а вашего ответа о согласии на прокторинг ещё нет. Откройте «Согласия», прочитайте и ответьте. Без ответа экзамен не начнётся; если откажетесь, вам скажут, как сдать его иначе.`
}

/** TR-11: what was decided about an original that came too late, or has not come yet. */
export function lateAdmissionWords(
  {
    admit,
    reason,
    received,
  }: { readonly admit: boolean; readonly reason: string; readonly received: boolean },
  language: 'ru' | 'en',
): string {
  if (language === 'en') {
    const fact = `The original of the consent ${received ? 'came late' : 'has not come yet'}`
    const bring = received ? '' : ' Bring the original before the exam.'
    return admit
      ? `${fact}, but the institution admits you to the exam.${bring} Reason: ${reason}`
      : `${fact}, and the institution does not admit you to this proctored exam. Reason: ${reason} It is no violation: ask your teacher how to take the exam.`
  }
  const fact = `Оригинал согласия ${received ? 'пришёл позже срока' : 'ещё не пришёл'}`
  const bring = received ? '' : ' Принесите оригинал до экзамена.'
  return admit
    ? `${fact}, но учреждение допускает вас к экзамену.${bring} Причина: ${reason}`
    : `${fact}, и учреждение не допускает вас к этому экзамену с прокторингом. Причина: ${reason} Это не нарушение: спросите учителя, как сдать экзамен.`
}
