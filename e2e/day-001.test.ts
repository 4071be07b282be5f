// A day of an exam in a browser: from the door to the protocol, the decision and the result that is read.
import { test } from 'vitest'
import { calm, days, enter, examOf, expected, leave, sealed, station } from './days/day.ts'
import { decide, fillProtocol, hintsLookedAt, readsResult, signAndHandOver } from './days/protocol.ts'
import { holds, marksAreRecorded, watches } from './days/recording.ts'
import { finishes, sitsDown } from './days/sitting.ts'
import { allLive, mark, talkTo } from './days/wall.ts'

const day = days()
const NAME = 'Мельникова Дарья Олеговна'

test('R0-2.1 001, a college with a school: who is recorded in a browser is on the wall, the proctor marks and may not stop, the protocol of Annex 1 is signed, a teacher decides and the examinee reads why', async () => {
  const here = await day('001')
  const exam = await examOf(here, 'География, 7 класс')
  const own = await expected(here, exam, NAME)
  const sitting = await sitsDown(here, own, NAME)
  await holds(here, own, 12)
  const wall = await enter(here, here.proctor, '/wall')
  await allLive(wall.page, [NAME])
  const panel = await talkTo(wall.page, NAME)
  await mark(wall.page, panel, 'посторонн', 'В комнату вошёл взрослый')
  await panel.getByRole('radio', { name: 'Остановить экзамен' }).click()
  await panel.getByText('не даёт проктору права его остановить').waitFor()
  await station(here, wall, 'wall')
  await finishes(sitting)
  await leave(here)
  await sealed(here, own)
  await marksAreRecorded(here, own)
  await watches(here, own, NAME)
  await hintsLookedAt(here.proctor, own)
  const desk = await fillProtocol(here, 'Мельникова', 'посторонн')
  await signAndHandOver(here, desk)
  const decided = {
    value: 'отрицательный результат (неуспешное прохождение процедуры проверки)',
    ground: 'В комнате был взрослый и подсказывал',
    explanation: 'На записи видно, что вам подсказывали. Экзамен можно сдать ещё раз.',
  }
  await decide(here, 'Мельникова', decided)
  await readsResult(here, own, decided)
  calm(here)
}, 360_000)
