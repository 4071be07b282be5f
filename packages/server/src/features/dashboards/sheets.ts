// The dashboards as sheets: a line is one figure, its numbers are numbers, and nobody is named but who works here.
import type {
  ExamFigures,
  FairnessView,
  RateView,
  ReviewLoadView,
  TodayView,
} from '@ochno/contract/dashboards'
import type { Column, PrintedList } from '@ochno/domain/document/model'
import { resultValues } from '@ochno/domain/decision/values'
import type { Dimension } from '@ochno/domain/report/by-group'
import type { Stage } from '@ochno/domain/report/today'
import type { Bin } from '@ochno/domain/report/spread'
import { round } from './deps.ts'

const text = (title: string, width = 28): Column => ({ title, kind: 'text', width })
const number = (title: string): Column => ({ title, kind: 'number', width: Math.max(12, title.length + 2) })

const stageWords: Readonly<Record<Stage, string>> = {
  expected: 'Ожидаются',
  at_door: 'У входа',
  admitted: 'Допущены',
  refused: 'Не допущены',
  in_session: 'Пишут',
  interrupted: 'Прервались',
  finished: 'Закончили',
  not_come: 'Не пришли',
}
const stageNames = Object.keys(stageWords) as Stage[]

export const todaySheet = ({ day, exams }: TodayView): PrintedList => ({
  name: `Экзамены ${day}`,
  columns: [
    text('Экзамен', 44),
    number('Человек'),
    ...stageNames.map((stage) => number(stageWords[stage])),
    number('Подсказок без ответа'),
    number('Обращений без ответа'),
  ],
  rows: exams.map((exam) => [
    exam.title,
    exam.people,
    ...stageNames.map((stage) => exam.stages[stage] ?? 0),
    exam.hintsOpen,
    exam.unanswered,
  ]),
})

export const reviewSheet = ({ now, all, unassigned, reviewers }: ReviewLoadView): PrintedList => ({
  name: `Проверка записей ${now.slice(0, 10)}`,
  columns: [
    text('Проверяющий', 40),
    number('Записей'),
    number('Минут записи'),
    number('Просрочено'),
    number('Сегодня'),
    number('Через 1 рабочий день'),
    number('Через 2 рабочих дня'),
    number('Позже'),
    number('Без срока'),
    number('Сообщено руководителю'),
    number('Минут записи в день'),
    { title: 'Закончит', kind: 'date', width: 14 },
    number('Не успеет к сроку'),
  ],
  rows: [
    ...reviewers.map((one) => loadRow(one.reviewer.name, one)),
    loadRow('Никому не дано', unassigned),
    loadRow('Всего', all),
  ],
})

const loadRow = (who: string, { due, ...load }: ReviewLoadView['all']) => [
  who,
  load.queued,
  load.minutes,
  due.overdue ?? 0,
  due.today ?? 0,
  due.next_day ?? 0,
  due.two_days ?? 0,
  due.later ?? 0,
  due.no_term ?? 0,
  load.escalated,
  load.pace,
  load.clearOn,
  load.willBeLate,
]

const figures: readonly Column[] = [
  text('Раздел', 34),
  text('Показатель', 52),
  number('Число'),
  number('Из'),
  number('Доля, %'),
  number('От, %'),
  number('До, %'),
]
type Line = readonly (string | number | null)[]

const plain = (part: string, what: string, value: number | null): Line => [
  part,
  what,
  value,
  null,
  null,
  null,
  null,
]
const shares = (rate: RateView): Line =>
  rate
    ? [rate.part, rate.of, round(rate.share * 100), round(rate.low * 100), round(rate.high * 100)]
    : [null, 0, null, null, null]

const dimensionWords: Readonly<Record<Dimension, string>> = {
  light: 'По свету',
  camera: 'По камере',
  device: 'По компьютеру',
  accommodated: 'По специальным условиям',
}
const groupWords: Readonly<Record<Dimension, Readonly<Record<string, string>>>> = {
  light: { good: 'достаточный', poor: 'плохой', unknown: 'не измерен' },
  camera: {
    below_480: 'ниже 480 строк',
    from_480: '480–719 строк',
    from_720: '720 строк и больше',
    unknown: 'не измерена',
  },
  device: { modest: 'скромный', usual: 'обычный', unknown: 'не измерен' },
  accommodated: { yes: 'есть', no: 'нет' },
}

export function fairnessSheet(view: FairnessView): PrintedList {
  const all = 'Всего'
  return {
    name: `Справедливость ${view.name.replace('/', '-')}`,
    columns: figures,
    rows: [
      plain(all, 'Сеансов', view.sessions),
      plain(all, 'Подсказок', view.hints),
      plain(all, 'Без решения человека', view.open),
      plain(all, 'Стали отметками', view.marked),
      plain(all, 'Отклонены', view.dismissed),
      ...view.detectors.flatMap((one): Line[] => [
        plain('По видам подсказок', `${one.wording}: подсказок`, one.hints),
        ['По видам подсказок', `${one.wording}: ложных из решённых`, ...shares(one.falseAlarms)],
      ]),
      ...view.groups.flatMap(({ by, rows, hidden }): Line[] => [
        ...rows.flatMap((row): Line[] => {
          const name = groupWords[by][row.group] ?? row.group
          return [
            plain(dimensionWords[by], `${name}: человек`, row.people),
            plain(dimensionWords[by], `${name}: сеансов`, row.sessions),
            plain(dimensionWords[by], `${name}: подсказок на сеанс`, row.perSession),
            plain(dimensionWords[by], `${name}: стали отметками`, row.marked),
            plain(dimensionWords[by], `${name}: отклонены`, row.dismissed),
            [dimensionWords[by], `${name}: ложных из решённых`, ...shares(row.falseAlarms)],
          ]
        }),
        ...(hidden > 0 ? [plain(dimensionWords[by], `групп не показано (мало людей)`, hidden)] : []),
      ]),
      ...view.answerers.map(
        ({ falseAlarms }, i): Line => [
          'По отвечавшим',
          `Отвечавший ${i + 1}: отклонено`,
          ...shares(falseAlarms),
        ],
      ),
      ['Согласие людей', 'Ответ на подсказку изменил другой человек', ...shares(view.changed)],
      ['Согласие людей', 'Вторая проверка нашла то же', ...shares(view.secondLooks.same)],
      ['Согласие людей', 'Отметок снято апелляцией из оспоренных', ...shares(view.takenOff)],
    ],
  }
}

const faultWords: Readonly<Record<string, string>> = {
  examinee: 'сторона экзаменуемого',
  institution: 'сторона учреждения',
  provider: 'поставщик связи',
  network: 'сеть',
  unknown: 'причина не установлена',
}

export function examSheet(view: ExamFigures): PrintedList {
  const spread = (part: string, { spread, bins }: ExamFigures['durations'], unit: string): Line[] => [
    plain(part, `Середина, ${unit}`, spread?.median ?? null),
    plain(part, `Четверть меньше, ${unit}`, spread?.quarter ?? null),
    plain(part, `Четверть больше, ${unit}`, spread?.threeQuarters ?? null),
    ...bins.map(({ from, to, count }: Bin) => plain(part, `${from}–${to} ${unit}: человек`, count)),
  ]
  const { failures, appeals, hints } = view
  return {
    name: 'Статистика экзамена',
    columns: figures,
    rows: [
      ['Экзамен', view.exam.title, null, null, null, null, null],
      plain('Люди', 'Всего', view.people),
      ...stageNames.map((stage) => plain('Люди', stageWords[stage], view.stages[stage] ?? 0)),
      ...spread('Сколько писали', view.durations, 'мин'),
      plain('Подсказки', 'Всего', hints.total),
      plain('Подсказки', 'Без ответа', hints.open),
      ...hints.stretches.flatMap(({ fromMinute, hints: count, writing }) => {
        const when = `${fromMinute}–${fromMinute + hints.stretchMinutes} мин`
        return [
          plain('Подсказки по времени', `${when}: подсказок`, count),
          plain('Подсказки по времени', `${when}: писали`, writing),
        ]
      }),
      ...spread('Полнота записи', view.coverage, '%'),
      plain('Сбои', 'Всего', failures.count),
      plain('Сбои', 'Минут', failures.minutes),
      ...failures.faults.map(({ fault, count }) => plain('Сбои', faultWords[fault] ?? fault, count)),
      ...view.marks.map(({ wording, count }) => plain('Нарушения', wording, count)),
      ...(view.statuses ?? []).map((count, i) => plain('Статусы проверки', `Статус ${i + 1}`, count)),
      ...view.decisions.map(({ value, count }) =>
        plain('Решения', resultValues[value as keyof typeof resultValues] ?? value, count),
      ),
      plain('Решения', 'Решения ещё нет', view.undecided),
      plain('Апелляции', 'Подано', appeals.filed),
      plain('Апелляции', 'Рассматриваются', appeals.open),
      plain('Апелляции', 'Не приняты', appeals.inadmissible),
      plain('Апелляции', 'Отозваны', appeals.withdrawn),
      ['Апелляции', 'Удовлетворены из решённых', ...shares(appeals.upheld)],
    ],
  }
}
