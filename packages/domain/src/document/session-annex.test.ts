import { expect, test } from 'vitest'
import { quiet } from './sample/sessions.ts'
import { evaluation } from './session-annex.ts'

const printed = (learner: string | null) => JSON.stringify(evaluation({ ...quiet, learner }, 'Europe/Moscow'))

test('R1-4.2a the record of a session prints the id given to the learner at registration', () => {
  expect(printed('СДО-004217')).toContain('[{"text":["Идентификатор обучающегося"]},{"text":["СДО-004217"]}]')
  expect(printed(null)).not.toContain('Идентификатор обучающегося')
})
