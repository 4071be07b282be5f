// The day of a school (000), in a browser: nobody watches, a machine points, people look, write, decide and are appealed to.
import { listActs } from '@ochno/contract/acts'
import { test } from 'vitest'
import { appeals, commissionOf } from './days/appeal.ts'
import { calm, type Day, days, enter, examOf, expected, leave, sealed, station } from './days/day.ts'
import { decide, judgeHints, opensRecording, readsResult, signAndHandOver } from './days/protocol.ts'
import { holds } from './days/recording.ts'
import { noticed } from './days/review.ts'
import { finishes, sitsDown } from './days/sitting.ts'

const day = days()
const NAME = 'Соколов Артём Игоревич'

/** What the act is silent about stands as a choice of the school, with its ground. */
async function chosen(here: Day): Promise<void> {
  const { rows } = await here.school.admin.client.done(listActs, {})
  const office = await enter(here, here.school.admin, `/acts/${rows[0]?.id}`)
  const { page } = office
  const row = page.getByRole('listitem').filter({ hasText: 'Какие решения возможны' }).last()
  await row.getByText(/повторное прохождение/).waitFor()
  await row.getByText('Приказ № 7').waitFor()
  await row.scrollIntoViewIfNeeded()
  await station(here, office, 'act')
}

test('R0-2.1 R0-1.4d T-17 000, a school: an exam nobody watches is sat in a browser, ends with what the machine pointed at and no mark; a person looks and writes the protocol, another decides, the result is read and appealed', async () => {
  const here = await day('000')
  await commissionOf(here)
  await chosen(here)
  const exam = await examOf(here, 'Физика, 9 класс', { mode: 'async_auto' })
  const own = await expected(here, exam, NAME)
  const sitting = await sitsDown(here, own, NAME)
  await station(here, sitting, 'exam')
  const began = await holds(here, own, 6)
  await noticed(own, began, 2, { lasting: 1 })
  await finishes(sitting)
  await leave(here)
  await sealed(here, own)

  const office = await enter(here, here.school.admin, '/reviews')
  await office.page.getByRole('row', { name: /Соколов.*Закончена без человека/ }).waitFor()
  const room = await enter(here, here.teacher, '/decisions')
  await room.page.getByText('Решать пока нечего').waitFor()

  await opensRecording(here, 'Соколов')
  const desk = await judgeHints(here, 'Соколов', 'В руке телефон, обучающийся смотрит на него')
  await signAndHandOver(here, desk)
  const decided = {
    value: 'повторное прохождение',
    ground: 'По протоколу: телефон в руке',
    explanation: 'На записи виден телефон. Экзамен можно сдать ещё раз.',
  }
  await decide(here, 'Соколов', decided)
  await readsResult(here, own, decided)
  await appeals(here, own, 'нарушен порядок проведения экзамена', 'Это был калькулятор, он разрешён.')
  calm(here)
}, 300_000)
