import { expect, test } from 'vitest'
import { nameless } from './screen-reader.ts'

test('the check of a screen reader’s tree finds a control without a name', () => {
  const heard = [
    '- button "Дальше"',
    '- button [disabled]',
    '  - checkbox',
    '- link "К экзамену":',
    '- img "Ваш снимок"',
  ]
  expect(nameless(heard.join('\n'))).toEqual(['- button [disabled]', '  - checkbox'])
})
