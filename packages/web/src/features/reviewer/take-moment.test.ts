import { expect, test } from 'vitest'
import { appealAsked, wayBack } from './take-moment.tsx'

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

test('T-20 whoever leaves without opening goes back to where they came from', () => {
  const appeal = { id: `apl_${'a'.repeat(26)}`, number: 12 }
  expect(wayBack(appeal, '/recordings/ses_1')).toBe(`/appeals/${appeal.id}`)
  expect(wayBack(null, '/recordings/ses_1')).toBe('/recordings')
  expect(wayBack(null, '/break-glass/ses_1')).toBe('/break-glass')
})
