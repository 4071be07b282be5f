// What people read after a technical failure: plain words, the clock of the institution, and no name on the official site (TR-55).
import { dayFigures, dayAt, hour, wholeMinutes } from '../document/dates.ts'
import type { Instant } from '../time.ts'

export type FailureNews = {
  readonly exam: string
  readonly failure: { readonly from: Instant; readonly until: Instant } | null
  readonly to: { readonly opensAt: Instant; readonly closesAt: Instant } | null
  readonly reason: string
  readonly zone: string
}

export const dayAndHour = (at: Instant, zone: string): string =>
  `${dayFigures(dayAt(at, zone))} ${hour(at, zone)}`

const failureWords = ({ failure, zone }: FailureNews): string =>
  failure
    ? `Во время экзамена был технический сбой: ${dayAndHour(failure.from, zone)}–${hour(failure.until, zone)} (${wholeMinutes(failure.from, failure.until)} мин.).`
    : 'Во время экзамена был технический сбой.'

const timeWords = ({ to, zone }: FailureNews): string =>
  to ? `${dayAndHour(to.opensAt, zone)}, начать можно до ${endWords(to, zone)}` : ''

/** The day is said once. */
const endWords = ({ opensAt, closesAt }: NonNullable<FailureNews['to']>, zone: string): string =>
  dayAt(opensAt, zone).equals(dayAt(closesAt, zone)) ? hour(closesAt, zone) : dayAndHour(closesAt, zone)

export const postponedWords = (news: FailureNews): string =>
  [
    failureWords(news),
    `Экзамен перенесён. Новая дата: ${timeWords(news)}.`,
    'Прерванная попытка не считается несдачей.',
    `Причина переноса: ${news.reason}`,
  ].join('\n')

export const offeredWords = (news: FailureNews): string =>
  [
    failureWords(news),
    `Преподаватель предлагает пройти экзамен ещё раз: ${timeWords(news)}.`,
    'Ответьте на главной странице: согласны вы или нет. До вашего ответа ничего не меняется, и отказ не считается нарушением.',
    `Пояснение: ${news.reason}`,
  ].join('\n')

export const refusedWords = (news: FailureNews): string =>
  [
    failureWords(news),
    'Преподаватель решил не назначать новую дату.',
    `Причина: ${news.reason}`,
    'Если вы не согласны, напишите преподавателю или организатору.',
  ].join('\n')

/** For the official site: what and when. */
export const siteWords = (
  { exam, group }: { readonly exam: string; readonly group: string | null },
  news: FailureNews,
): string =>
  `${exam}${group ? `, группа ${group}` : ''}: из-за технического сбоя назначена дополнительная дата – ${timeWords(news)}.`
