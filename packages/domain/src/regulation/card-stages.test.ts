import { expect, test } from 'vitest'
import { mayChangeField } from './card-stages.ts'

test('SM-15 the text of an act stands once it is considered; protocols and the order are written until it is approved', () => {
  expect(mayChangeField('draft', 'title')).toBe(true)
  for (const state of ['considered', 'agreed'] as const) {
    expect(mayChangeField(state, 'title')).toBe(false)
    expect(mayChangeField(state, 'steps')).toBe(true)
    expect(mayChangeField(state, 'order')).toBe(true)
  }
  expect(mayChangeField('approved', 'order')).toBe(false)
})

test('R1-0b the signature and the address of the published file are added after the approval, never to a superseded edition', () => {
  for (const state of ['approved', 'effective'] as const) {
    expect(mayChangeField(state, 'signature')).toBe(true)
    expect(mayChangeField(state, 'publicUrl')).toBe(true)
  }
  expect(mayChangeField('superseded', 'signature')).toBe(false)
})
