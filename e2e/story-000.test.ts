// From an empty installation to an examinee who was let in and is recorded.
import { expect, test } from 'vitest'
import { examDay, withOffice } from './stories/begun.ts'
import { bothAgree } from './stories/consent.ts'
import { begins, proctorLetsIn, throughSteps } from './stories/door.ts'
import { trouble } from './stories/stand.ts'

test('000, a school: a boy of fifteen and his mother agree on their phones, the proctor knows his face, the recording begins', async () => {
  const begun = await withOffice('000', 'МАХ (Сферум)')
  await bothAgree(begun.stand, begun.family)
  const own = await examDay(begun)
  expect(await throughSteps(begun.stand, own)).toEqual(expect.arrayContaining(['Лицо', 'Правила']))
  await proctorLetsIn(begun.stand, own)
  await begins(begun.stand, own)
  expect(trouble(begun.stand)).toEqual([])
})
