// How an act is read: which parameters are shown, where a clause stands, what an edition is called for short.
import type { ActView, SettingView } from '@ochno/contract/acts'

export type Warning = ActView['warnings'][number]

export const filters = ['all', 'open', 'needed', 'decided', 'capped', 'warned'] as const
export type Filter = (typeof filters)[number]

export function passes(filter: Filter, setting: SettingView, warned: boolean): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'open':
      return setting.state === 'open'
    case 'needed':
      return setting.state === 'open' && setting.needed
    case 'decided':
      return setting.state === 'decision'
    case 'capped':
      return setting.state === 'capped'
    case 'warned':
      return warned
  }
}

/** What stands at a parameter. The law that caps it is told by its own row. */
export const warningsAt = (warnings: readonly Warning[], setting: SettingView): readonly Warning[] =>
  warnings.filter(
    ({ keys }) => keys.includes(setting.key) && !(setting.state === 'capped' && keys.length === 1),
  )

/** Every word is found somewhere in the texts; a number of a clause only as a whole: 3.7 is not 13.7 nor 3.71. */
export function finds(wanted: string, texts: readonly string[]): boolean {
  const all = plain(texts.join('\n'))
  return plain(wanted)
    .split(/\s+/)
    .filter(Boolean)
    .every((word) =>
      /^\d+(\.\d+)*\.?$/.test(word) ? hasNumber(all, word.replace(/\.$/, '')) : all.includes(word),
    )
}

const plain = (text: string): string => text.toLowerCase().replaceAll('ё', 'е')

const hasNumber = (text: string, number: string): boolean =>
  new RegExp(`(?<![\\d.])${number.replaceAll('.', '\\.')}(?!\\d|\\.\\d\\d)`).test(text)

export type Place =
  | { readonly at: 'title' }
  | { readonly at: 'preamble' }
  | { readonly at: 'annex'; readonly annex: string; readonly clause: string | null }
  | { readonly at: 'clause'; readonly clause: string }

/** `0d` stands on the title page, `0` before the first clause, `A1.5` is line 5 of annex 1, `6.0` opens clause 6. */
export function placeOf(clause: string): Place {
  const annex = /^A(\d+)(?:\.(.+))?$/.exec(clause)
  if (annex) return { at: 'annex', annex: annex[1] ?? '', clause: annex[2] ?? null }
  if (clause === '0') return { at: 'preamble' }
  if (/^0[a-z]$/.test(clause)) return { at: 'title' }
  return { at: 'clause', clause: clause.replace(/\.0$/, '') }
}

const LONGEST = 90

/** For a heading: the title up to a word, with its quotation closed. */
export function shortTitle(title: string): string {
  const text = tidyTitle(title)
  if (text.length <= LONGEST) return text
  const cut = text.slice(0, LONGEST)
  const whole = cut
    .slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2))
    .replace(/[\s,;:]+( и| в| с| на)?$/, '')
  return `${whole}…${'»'.repeat(Math.max(0, opened(whole)))}`
}

const opened = (text: string): number => text.split('«').length - text.split('»').length

/** Title pages are set in capitals and go on from the kind of act: «Порядок «ПРИМЕНЕНИЯ…»» is told as «Порядок применения…». */
export function tidyTitle(title: string): string {
  const text = title.trim()
  const [, kind, quoted] = /^([А-ЯЁ][а-яё]+) «(.+)»$/s.exec(text) ?? []
  const calm = quoted === undefined ? calmed(text) : calmed(quoted)
  if (kind === undefined) return calm.charAt(0).toUpperCase() + calm.slice(1)
  return /^[а-яё]/.test(calm) ? `${kind} ${calm}` : `${kind} «${calm}»`
}

const calmed = (text: string): string =>
  text.length > 20 && text === text.toUpperCase() ? text.toLowerCase() : text
