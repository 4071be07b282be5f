import { expect, test } from 'vitest'
import { line, paragraphs } from './ids.ts'
import { login } from './sign-in.ts'

const passes = (text: string) => line(200).safeParse(text).success

test('a name that nobody can see, or that turns the text around, is no name', () => {
  for (const unseen of ['\u200b', '\u2060', '\ufeff', '\u00a0', '\u3164', '\u2800', '\u200d', '\u0301'])
    expect([unseen, passes(unseen)]).toEqual([unseen, false])
  for (const inside of ['\u202e', '\u2066', '\u200f', '\u200b', '\u0000', '\n', '\u2028'])
    expect([inside, passes(`Экзамен${inside}fdp.exe`)]).toEqual([inside, false])
  expect(paragraphs(200).safeParse('Строка\u202eакортС').success).toBe(false)
})

test('names of people and titles pass as they are typed', () => {
  for (const name of [
    'Ёлкин О’Нил',
    'Гасан-заде Лейла',
    'Zoë Müller',
    'महेन्द्र',
    'Алгебра №\u00a02 «α+β»',
    'می\u200cخواهم',
  ])
    expect([name, passes(name)]).toEqual([name, true])
  expect(paragraphs(200).parse('Первая\n\tвторая')).toBe('Первая\n\tвторая')
})

test('the same letters are the same text, however they were put together', () => {
  expect(line(200).parse('Йод'.normalize('NFD'))).toBe('Йод')
  expect(login.parse('Йод'.normalize('NFD'))).toBe('йод')
})
