// The day of an institute (003), in a browser: nobody watches, a person checks the recording afterwards.
import { test } from 'vitest'
import { calm, days, examOf, expected, leave, sealed } from './days/day.ts'
import { decide, fillProtocol, readsResult, signAndHandOver } from './days/protocol.ts'
import { holds, marksAreRecorded } from './days/recording.ts'
import { noticed, reviewed } from './days/review.ts'
import { finishes, sitsDown } from './days/sitting.ts'

const day = days()
const NAME = 'Захаров Денис Маратович'

test('R4-1.5a 003, an institute: nobody watches, what a browser recorded is checked by a person from the queue on, and what the protocol says is decided and read', async () => {
  const here = await day('003')
  const exam = await examOf(here, 'Макроэкономика, 2 курс', { mode: 'async_human' })
  const own = await expected(here, exam, NAME)
  const sitting = await sitsDown(here, own, NAME)
  const began = await holds(here, own, 20)
  await noticed(own, began, 8)
  await finishes(sitting)
  await leave(here)
  await sealed(here, own)

  await reviewed(here, NAME, 'В руке телефон')
  await marksAreRecorded(here, own)
  const desk = await fillProtocol(here, 'Захаров', 'гаджет')
  await signAndHandOver(here, desk, () => noticed(own, began, 15, { lasting: 1, seq: 2 }))
  const decided = {
    value: 'отрицательная оценка',
    ground: 'Протокол и запись: телефон в руке',
    explanation: 'На записи видно телефон. Экзамен можно сдать ещё раз.',
  }
  await decide(here, 'Захаров', decided)
  await readsResult(here, own, decided)
  calm(here)
}, 480_000)
