import type { ActView } from '@ochno/contract/acts'
import { expect, test } from 'vitest'
import { wrongFields } from './card-errors.ts'

const card: ActView['card'] = {
  title: 'Положение о прокторинге',
  code: null,
  approver: { post: '', name: '' },
  order: null,
  approvedOn: null,
  force: 'chosen',
  effectiveFrom: null,
  steps: [],
  grounds: [],
  otherActs: [],
  signature: null,
  publicUrl: null,
}

test('a card with nothing but a title can be kept', () => {
  expect([...wrongFields(card)]).toEqual([])
})

test('each field that can not be kept is told at its place', () => {
  const wrong = wrongFields({
    ...card,
    title: ' ',
    steps: [{ kind: 'agreed', body: '', numbered: false, number: null, date: null }],
    otherActs: ['Устав', ''],
    signature: { signer: 'Школа', at: 'вчера' },
    publicUrl: 'сайт школы',
  })
  expect(Object.fromEntries(wrong)).toEqual({
    title: 'empty',
    'steps.0.body': 'empty',
    otherActs: 'empty',
    'signature.at': 'signedAt',
    publicUrl: 'url',
  })
})

test('R1-0b the moment of a signature is kept as the file has it, with its offset', () => {
  const signature = { signer: 'Колледж', at: "2024.08.30 16:36:00 +06'00'" }
  expect([...wrongFields({ ...card, signature })]).toEqual([])
})
