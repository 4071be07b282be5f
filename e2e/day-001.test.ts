// A day of an exam in a browser: from the wall to the protocol, the decision and the result that is read.
import { submitSession } from '@ochno/contract/sessions'
import { test } from 'vitest'
import { calm, days, enter, examOf, leave, placed, recorded, sealed, station } from './days/day.ts'
import { decide, fillProtocol, readsResult, signAndHandOver } from './days/protocol.ts'
import { mark, talkTo } from './days/wall.ts'

const day = days()

test('001, a college with a school: the proctor marks and may not stop, the protocol of Annex 1 is signed, a teacher decides and the examinee reads why', async () => {
  const here = await day('001')
  const exam = await examOf(here, 'География, 7 класс')
  const own = await placed(here, exam, 'Мельникова Дарья Олеговна')
  const { camera } = await recorded(here, own, 20)
  const wall = await enter(here, here.proctor, '/wall')
  const panel = await talkTo(wall.page, 'Мельникова Дарья Олеговна')
  await mark(wall.page, panel, 'посторонн', 'В комнату вошёл взрослый')
  await panel.getByRole('radio', { name: 'Остановить экзамен' }).click()
  await panel.getByText('не даёт проктору права его остановить').waitFor()
  await station(here, wall, 'wall')
  await camera.end()
  await leave(here)
  await own.examinee.client.done(submitSession, { params: { sid: own.id } })
  await sealed(here, own)
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
}, 240_000)
