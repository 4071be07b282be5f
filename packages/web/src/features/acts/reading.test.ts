import type { SettingView } from '@ochno/contract/acts'
import { expect, test } from 'vitest'
import { finds, passes, placeOf, shortTitle, tidyTitle, warningsAt } from './reading.ts'
import { asKept, asShown } from './shown-number.ts'

const open = (needed: boolean): SettingView => ({ key: 'appeal.body', state: 'open', needed })
const said: SettingView = {
  key: 'capacity.max_simultaneous',
  state: 'act',
  value: 15,
  clauses: ['3.7'],
  note: null,
  quotes: [],
}
const capped: SettingView = {
  key: 'erequest.answer_days',
  state: 'capped',
  value: 30,
  law: '59-ФЗ',
  said: 45,
}

test('a filter keeps the parameters of one standing, and those without which no exam opens', () => {
  const all = [open(false), open(true), said, capped]
  const kept = (filter: Parameters<typeof passes>[0]) =>
    all.filter((one) => passes(filter, one, one === said))
  expect(kept('all')).toEqual(all)
  expect(kept('open')).toEqual([open(false), open(true)])
  expect(kept('needed')).toEqual([open(true)])
  expect(kept('decided')).toEqual([])
  expect(kept('capped')).toEqual([capped])
  expect(kept('warned')).toEqual([said])
})

test('a warning stands at each of its parameters, a cap by law is not told twice', () => {
  const about = (...keys: SettingView['key'][]) => ({ trap: 'TR-04', keys, ru: 'спор', en: 'dispute' })
  const both = about('appeal.body', 'capacity.max_simultaneous')
  const law = about('erequest.answer_days')
  expect(warningsAt([both, law], said)).toEqual([both])
  expect(warningsAt([both, law], open(true))).toEqual([both])
  expect(warningsAt([both, law], capped)).toEqual([])
})

test('words are found in any order, «е» stands for «ё», a clause is found as a whole number', () => {
  const texts = ['Одновременно испытуемых', '15 человек', 'пункт 3.7', 'Приём в учебном отделе']
  expect(finds('', texts)).toBe(true)
  expect(finds('человек одновременно', texts)).toBe(true)
  expect(finds('прием', texts)).toBe(true)
  expect(finds('апелляция', texts)).toBe(false)
  expect(finds('3.7', texts)).toBe(true)
  expect(finds('пункт 3.7.', texts)).toBe(true)
  expect(finds('3.7', ['пункт 13.7', 'пункт 3.71'])).toBe(false)
  expect(finds('3', ['пункт 3.7.2'])).toBe(true)
})

test('a clause is told as people look it up', () => {
  expect(placeOf('3.7')).toEqual({ at: 'clause', clause: '3.7' })
  expect(placeOf('6.0')).toEqual({ at: 'clause', clause: '6' })
  expect(placeOf('10')).toEqual({ at: 'clause', clause: '10' })
  expect(placeOf('0d')).toEqual({ at: 'title' })
  expect(placeOf('0')).toEqual({ at: 'preamble' })
  expect(placeOf('A1.5')).toEqual({ at: 'annex', annex: '1', clause: '5' })
  expect(placeOf('A5')).toEqual({ at: 'annex', annex: '5', clause: null })
})

test('a title in capitals or from the middle of a phrase becomes a heading', () => {
  expect(tidyTitle('ПРИМЕНЕНИЯ СЕРВИСА ПРОКТОРИНГА')).toBe('Применения сервиса прокторинга')
  expect(tidyTitle('использования технологии')).toBe('Использования технологии')
  expect(tidyTitle('О порядке в АНОО ВО «ВЭПИ»')).toBe('О порядке в АНОО ВО «ВЭПИ»')
  expect(tidyTitle('Порядок «ПРИМЕНЕНИЯ СЕРВИСА ПРОКТОРИНГА»')).toBe('Порядок применения сервиса прокторинга')
  expect(tidyTitle('Регламент «использования технологии в ЧОУ «УТЦ»»')).toBe(
    'Регламент использования технологии в ЧОУ «УТЦ»',
  )
  expect(tidyTitle('Положение «О прокторинге»')).toBe('Положение «О прокторинге»')
  expect(shortTitle(`Положение «О порядке ${'слово '.repeat(40)}»`)).toMatch(/слово…»$/)
  const long = shortTitle('слово '.repeat(40))
  expect(long).toMatch(/слово…$/)
  expect(long.length).toBeLessThanOrEqual(91)
})

test('a share is read in per cent and kept from 0 to 1', () => {
  expect(asShown('share', 0.2)).toBe(20)
  expect(asShown('share', 0.125)).toBe(12.5)
  expect(asKept('share', 12.5)).toBe(0.125)
  expect(asKept('days', 5)).toBe(5)
})
