import { expect, test } from 'vitest'
import { appealAsked } from './take-moment.tsx'

test('T-19 a recording is opened for an appeal only where the address names one', () => {
  const id = `apl_${'a'.repeat(26)}`
  expect(appealAsked(`?appeal=${id}&n=12&at=5`)).toEqual({ id, number: 12 })
  for (const search of [
    '',
    `?appeal=${id}`,
    `?appeal=${id}&n=x`,
    '?appeal=apl_1&n=1',
    `?appeal=javascript:1&n=1`,
  ])
    expect(appealAsked(search), search).toBeNull()
})
