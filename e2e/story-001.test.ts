// From an empty installation to an examinee who was let in and is recorded.
import { expect, test } from 'vitest'
import { examDay, withOffice } from './stories/begun.ts'
import { parentAgrees } from './stories/consent.ts'
import { begins, throughSteps } from './stories/door.ts'
import { trouble } from './stories/stand.ts'

test('001, a college with a school: under fourteen the father alone agrees, the account is enough, nobody asks for a document', async () => {
  const begun = await withOffice('001')
  await parentAgrees(begun.stand, begun.family.parent)
  const own = await examDay(begun)
  expect(await throughSteps(begun.stand, own)).not.toContain('Документ')
  await begins(begun.stand, own)
  expect(trouble(begun.stand)).toEqual([])
})
