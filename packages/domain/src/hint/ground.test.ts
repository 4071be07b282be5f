import { expect, test } from 'vitest'
import { groundsOf } from './ground.ts'

test('a ground is named once and says neither which condition nor which document', () => {
  expect(groundsOf([])).toEqual([])
  expect(groundsOf(['disability', 'allow_voices', 'pmpk_assistant', 'headphones'])).toEqual([
    'exam_rules',
    'conditions',
  ])
  expect(groundsOf(['declared_absence'])).toEqual(['declared_absence'])
})
