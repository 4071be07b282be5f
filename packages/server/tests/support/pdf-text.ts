// What poppler reads out of a PDF, so that it can be compared with what should be in it.
import { execFileSync } from 'node:child_process'

const poppler = (program: string, args: readonly string[], pdf: Uint8Array) =>
  execFileSync(program, [...args], {
    input: pdf,
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['pipe', 'pipe', 'ignore'],
  }).toString('utf8')

/** As the eye sees it, one string per page, spaces made single. */
export const pdfPages = (pdf: Uint8Array): readonly string[] =>
  poppler('pdftotext', ['-layout', '-', '-'], pdf)
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replaceAll('\u00ad\n', '').replace(/[ \t]+/g, ' '))

/** In reading order and without any white space, hyphens of hyphenation and page feet: lines of cells stay together. */
export const pdfText = (pdf: Uint8Array, pageHead: readonly string[] = []): string => {
  const pages = poppler('pdftotext', ['-raw', '-', '-'], pdf)
    .split('\f')
    .map((page) => squeezed(page).replace(/(стр\.\d+из\d+|page\d+of\d+)$/, ''))
  const head = squeezed(pageHead.join(''))
  return pages.map((page) => page.replace(head, '')).join('')
}

export const squeezed = (text: string): string => text.normalize('NFC').replace(/[\s\u00ad\u200b]+/g, '')

export const pdfInfo = (pdf: Uint8Array): string => poppler('pdfinfo', ['-'], pdf)
export const pdfFonts = (pdf: Uint8Array): string => poppler('pdffonts', ['-'], pdf)
export const pdfStructure = (pdf: Uint8Array): string => poppler('pdfinfo', ['-struct-text', '-'], pdf)

/** The lines that are missing, or not after the one before. */
export function missingLines(lines: readonly string[], text: string): readonly string[] {
  let from = 0
  return lines.filter((line) => {
    const wanted = squeezed(line)
    const at = text.indexOf(wanted, from)
    if (at < 0) return true
    from = at + wanted.length
    return false
  })
}
