// How the recording was looked at, in the annex: figures and stretches, never a word on what was found.
import type { SkimWhy } from '../review/skim.ts'
import { heading, para, table } from './blocks.ts'
import { clock } from './dates.ts'
import type { Block } from './model.ts'
import type { SessionRecord } from './session-record.ts'

const whys: Readonly<Record<SkimWhy, string>> = {
  hint: 'сигнал системы',
  mark: 'отметка',
  blind: 'система не видела',
  beginning: 'начало записи',
  end: 'конец записи',
  sample: 'выборочная проверка',
  quiet: 'сигналов и отметок нет, система видела всё',
}

const minutes = (ms: number): string => `${(ms / 60_000).toFixed(1).replace('.', ',')} мин.`

export function reviewPart({ review }: SessionRecord, zone: string): readonly Block[] {
  if (!review) return []
  const name = 'Просмотр записи проктором'
  const percent = (ms: number) => `${Math.floor((ms * 100) / Math.max(1, review.lengthMs))} %`
  const share = (ms: number) => `${percent(ms)} (${minutes(ms)})`
  const passed = [...review.owed, ...review.passedOver].toSorted(
    (a, b) => a.from.epochMilliseconds - b.from.epochMilliseconds,
  )
  return [
    heading(name),
    para(
      `Просмотрел: ${review.by}. Длительность записи ${minutes(review.lengthMs)}; просмотрено ${share(review.playedMs)}, из них только ускоренно ${review.fastMs === null ? '– (скорость не сохранялась)' : share(review.fastMs)}; пропущено ${share(review.skippedMs)}. Сигналов системы ${review.hints}, рассмотрено ${review.hintsResolved}.`,
    ),
    ...(passed.length === 0
      ? [para('Пропущенных отрезков нет.')]
      : [
          table(
            'Пропущенные отрезки',
            [
              ['Пропущенный отрезок', 4],
              ['Что система на нём отметила', 7],
            ],
            passed.map(({ from, to, why }) => [`${clock(from, zone)}–${clock(to, zone)}`, whys[why]]),
          ),
        ]),
  ]
}
