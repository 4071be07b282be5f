// From an empty installation to a college whose people, order, contacts and help stand; no proctored exam.
import { expect, test } from 'vitest'
import { founded } from './stories/begun.ts'
import { familyAtHome, helped, noExamIsHeld } from './stories/interaction.ts'
import { trouble } from './stories/stand.ts'

test('TR-01 002, a college whose act regulates interaction alone: people, the order, contacts and help; no proctored exam is held', async () => {
  const { stand, family } = await founded('002', 'VK TEAMS')
  await familyAtHome(stand, family)
  await helped(stand, family)
  await noExamIsHeld(stand)
  expect(trouble(stand)).toEqual([])
})
