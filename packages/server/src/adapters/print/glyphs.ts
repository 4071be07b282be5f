// What the font of a document can draw. What it can't is printed as its code: a person's name never loses a letter.

/** Characters of a TrueType font, from its `cmap` table (formats 4 and 12). */
export function coverage(font: Buffer): ReadonlySet<number> {
  const found = new Set<number>()
  const cmap = tableAt(font, 'cmap')
  const count = font.readUInt16BE(cmap + 2)
  for (let i = 0; i < count; i++) {
    const at = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4)
    const format = font.readUInt16BE(at)
    if (format === 4) readSegments(font, at, found)
    if (format === 12) readGroups(font, at, found)
  }
  return found
}

function tableAt(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4)
  for (let i = 0; i < tables; i++) {
    const row = 12 + i * 16
    if (font.toString('latin1', row, row + 4) === tag) return font.readUInt32BE(row + 8)
  }
  throw new Error(`the font has no ${tag} table`)
}

function readSegments(font: Buffer, at: number, found: Set<number>): void {
  const size = font.readUInt16BE(at + 6)
  const ends = at + 14
  const starts = ends + size + 2
  const deltas = starts + size
  const offsets = deltas + size
  for (let i = 0; i < size; i += 2) {
    const offset = font.readUInt16BE(offsets + i)
    const start = font.readUInt16BE(starts + i)
    for (let code = start; code <= font.readUInt16BE(ends + i) && code < 0xffff; code++) {
      const glyph =
        offset === 0
          ? (code + font.readUInt16BE(deltas + i)) & 0xffff
          : font.readUInt16BE(offsets + i + offset + (code - start) * 2)
      if (glyph !== 0) found.add(code)
    }
  }
}

function readGroups(font: Buffer, at: number, found: Set<number>): void {
  const groups = font.readUInt32BE(at + 12)
  for (let i = 0; i < groups; i++) {
    const row = at + 16 + i * 12
    for (let code = font.readUInt32BE(row); code <= font.readUInt32BE(row + 4); code++) found.add(code)
  }
}

// Invisible by nature: dropped where the font lacks them. Joiners, variation selectors, marks of direction.
const INVISIBLE = /^[\p{Cf}\p{Variation_Selector}]$/u
// Spaces and hyphens that a font may lack although it has the plain one.
const PLAIN: Readonly<Record<string, string>> = {
  '\t': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\u2007': '\u00a0',
  '\u2009': ' ',
  '\u202f': '\u00a0',
  '\u2010': '-',
  '\u2011': '-',
  '\u2212': '–',
}

export function drawable(text: string, glyphs: ReadonlySet<number>): string {
  let out = ''
  for (const char of text.normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n')) {
    const code = char.codePointAt(0) ?? 0
    if (char === '\n' || glyphs.has(code)) out += INVISIBLE.test(char) ? '' : char
    else if (PLAIN[char] !== undefined) out += PLAIN[char]
    else if (!INVISIBLE.test(char)) out += `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
  }
  return out
}

// Words the hyphenation or the line breaking of the language takes care of.
const WORD = /^[\p{L}\p{M}.,;:!?()«»"„“/–—-]{1,40}$/u
const LONG = /[\p{L}\p{M}]{31}/u

// Where a time, an address or a file's name is cut with the least harm.
const AFTER_SEPARATOR = /(?<=[–—_/@.,;?&=#-])/u

/** Where any other long word may be broken: marked by U+200B, which is no part of the printed text. */
export function breakable(text: string): string {
  return text.replace(/\S{13,}/gu, (word) =>
    WORD.test(word) && !LONG.test(word)
      ? word
      : word
          .split(AFTER_SEPARATOR)
          .map((piece) => ([...piece].length > 12 ? [...piece].join('\u200b') : piece))
          .join('\u200b'),
  )
}
