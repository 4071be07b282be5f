// From an empty installation to an examinee who was let in and is recorded.
import { expect, test } from 'vitest'
import { examDay, withOffice } from './stories/begun.ts'
import { onPaper } from './stories/consent.ts'
import { begins, proctorLetsIn, throughSteps } from './stories/door.ts'
import { trouble } from './stories/stand.ts'

test('004, a training centre: consent on paper with its original, a name aloud and a masked document at the door, the proctor compares and lets in', async () => {
  const begun = await withOffice('004')
  await onPaper(begun.stand, begun.family, begun.office)
  const own = await examDay(begun)
  expect(await throughSteps(begun.stand, own)).toEqual(
    expect.arrayContaining([
      'Имя вслух',
      'Документ',
      'Лицо',
      'Владелец учётной записи',
      'Правила',
      'Ответственность',
    ]),
  )
  await proctorLetsIn(begun.stand, own)
  await begins(begun.stand, own)
  expect(trouble(begun.stand)).toEqual([])
})
