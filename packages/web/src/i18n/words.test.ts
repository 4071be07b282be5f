import { describe, expect, test } from 'vitest'
import { en, ru } from './resources.ts'

type Tree = { readonly [key: string]: string | Tree }

const PLURAL = /_(zero|one|two|few|many|other)$/

function sentences(tree: Tree, at = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${at}${key}`, value] as [string, string]]
      : sentences(value, `${at}${key}.`),
  )
}

const slots = (text: string): string[] => [...text.matchAll(/\{\{\s*(\w+)/g)].map((m) => m[1] ?? '').sort()

/** Key without its plural form -> every form's name. */
function forms(tree: Tree): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const [key] of sentences(tree)) {
    const form = key.match(PLURAL)?.[1] ?? ''
    const base = key.replace(PLURAL, '')
    found.set(base, (found.get(base) ?? new Set()).add(form))
  }
  return found
}

describe('words on screen', () => {
  test('both languages have the same keys', () => {
    expect([...forms(en).keys()].sort()).toEqual([...forms(ru).keys()].sort())
  })

  for (const [language, tree] of [
    ['ru', ru],
    ['en', en],
  ] as const) {
    test(`${language}: a counted sentence has every plural form of the language`, () => {
      const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories
      const lacking = [...forms(tree)]
        .filter(([, have]) => !have.has(''))
        .flatMap(([key, have]) => needed.filter((form) => !have.has(form)).map((form) => `${key}_${form}`))
      expect(lacking).toEqual([])
    })

    test(`${language}: no sentence is empty`, () => {
      expect(sentences(tree).filter(([, text]) => !text.trim())).toEqual([])
    })
  }

  test('a sentence has the same slots in both languages', () => {
    const english = new Map(sentences(en).map(([key, text]) => [key, slots(text)]))
    const differing = sentences(ru).filter(([key, text]) => {
      const other = english.get(key)
      return other !== undefined && other.join() !== slots(text).join()
    })
    expect(differing.map(([key]) => key)).toEqual([])
  })

  test('R1-6.5h at the review desk and on the wall a number stands on one line with its unit', () => {
    const parted = [ru, en].flatMap(({ review, reviewer, hints, proctor, wall, quality }) =>
      sentences({ review, reviewer, hints, proctor, wall, quality }).filter(([, text]) =>
        /(\}\}|\d) (%|(мин|дБ|кбит|min|dB|kbit)(?!\p{L})|[сs](?=[,.;]|$))|(№|No\.|±) (\{\{|\d)/u.test(text),
      ),
    )
    expect(parted).toEqual([])
  })

  test('Russian is written in Russian', () => {
    const latin = sentences(ru).filter(([, text]) => !/[а-яё]/i.test(text.replaceAll(/\{\{.*?\}\}/g, '')))
    expect(
      latin.map(([, text]) => text).filter((text) => /[a-z]{3}/i.test(text.replaceAll(/\{\{.*?\}\}/g, ''))),
    ).toEqual(['English'])
  })
})
