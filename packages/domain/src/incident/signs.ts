// 001 6.2: «наличие постороннего человека в кадре (прямое попадание в кадр, двигающаяся тень, разговоры)». Which of them a mark means.

export const outsiderSigns = ['direct', 'moving_shadow', 'talk'] as const
export type OutsiderSign = (typeof outsiderSigns)[number]

const words: Readonly<Record<OutsiderSign, string>> = {
  direct: 'прямое попадание в кадр',
  moving_shadow: 'двигающаяся тень',
  talk: 'разговоры',
}

export type SignOffered = { readonly sign: OutsiderSign; readonly wording: string }

const all: readonly SignOffered[] = outsiderSigns.map((sign) => ({ sign, wording: words[sign] }))

/** An act that names no signs offers none; without an act the list of codes is whole, and so are its signs. */
export const signsOf = (code: string, act: string | null): readonly SignOffered[] =>
  code === 'outsider_in_frame' && (act === '001' || act === '000' || act === null) ? all : []

type Noted = { readonly sign?: OutsiderSign | undefined; readonly note: string }

/** What stands beside the wording of a mark in every list and on paper: the sign first, then what was seen. */
export const noteOf = ({ sign, note }: Noted): string =>
  [sign && words[sign], note].filter(Boolean).join(': ')
