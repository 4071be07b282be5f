// The day of an institute (003), in a browser: nobody watches, a person checks the recording afterwards.
import { submitSession } from '@ochno/contract/sessions'
import { test } from 'vitest'
import { calm, days, examOf, placed, recorded, sealed } from './days/day.ts'
import { decide, fillProtocol, readsResult, signAndHandOver } from './days/protocol.ts'
import { noticed, reviewed } from './days/review.ts'

const day = days()

test('R4-1.5a 003, an institute: nobody watches, the recording is checked by a person from the queue on, and what the protocol says is decided and read', async () => {
  const here = await day('003')
  const exam = await examOf(here, 'Макроэкономика, 2 курс', { mode: 'async_human' })
  const own = await placed(here, exam, 'Захаров Денис Маратович')
  const { camera, began } = await recorded(here, own, 20)
  await noticed(own, began, 8)
  await camera.end()
  await own.examinee.client.done(submitSession, { params: { sid: own.id } })
  await sealed(here, own)

  await reviewed(here, 'Захаров Денис Маратович', 'В руке телефон')
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
