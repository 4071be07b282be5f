import type { Signal } from '@ochno/domain/hint/signal'
import { expect, test } from 'vitest'
import { Blindness, type Sight } from './blindness.ts'

const well: Sight = { missing: [], tooSlow: false, lastPicture: 10_000 }
const said = (signals: readonly Signal[]) =>
  signals.map((one) => (one.on === 'blind' ? `${one.sensor} ${one.why}` : one.on))

test('a machine that sees says nothing of blindness', () => {
  expect(new Blindness().at(10_000, well)).toEqual([])
})

test('a network that did not come is a technical fact, said once a second', () => {
  const blindness = new Blindness()
  const without: Sight = { ...well, missing: ['things'] }
  expect(said(blindness.at(10_000, without))).toEqual(['objects no_model'])
  expect(blindness.at(10_900, without)).toEqual([])
  expect(said(blindness.at(11_000, without))).toEqual(['objects no_model'])
  expect(said(new Blindness().at(10_000, { ...well, missing: ['faces', 'mesh', 'things'] }))).toEqual([
    'face no_model',
    'objects no_model',
  ])
})

test('a machine too slow to look says so, and one that gets no picture says that', () => {
  expect(said(new Blindness().at(10_000, { ...well, tooSlow: true }))).toEqual([
    'face too_slow',
    'objects too_slow',
  ])
  expect(said(new Blindness().at(15_000, well))).toEqual([
    'face switched_off',
    'objects switched_off',
    'picture switched_off',
  ])
})
