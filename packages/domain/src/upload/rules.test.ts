import { expect, test } from 'vitest'
import { mostOf, refuseUpload, type UploadKind, uploadKind, type UploadRule, withinMost } from './rules.ts'

const text = (words: string) => new TextEncoder().encode(words)
const starting = (...bytes: number[]) => Uint8Array.from([...bytes, 1, 2, 3])

for (const [what, bytes, kind] of [
  ['a PDF', text('%PDF-1.7 …'), 'pdf'],
  ['a JPEG', starting(0xff, 0xd8, 0xff), 'jpeg'],
  ['a PNG', starting(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'png'],
  ['a workbook', starting(0x50, 0x4b, 3, 4), 'xlsx'],
  ['a table of text', text('ФИО;логин\r\nИванов;ivanov'), 'csv'],
  ['a program', starting(0x4d, 0x5a, 0), null],
  ['an archive of another kind', text('Rar!\u001a\u0007'), null],
  ['nothing', new Uint8Array(), null],
] as const)
  test(`R0-5.1c ${what} is known by its bytes alone`, () => expect(uploadKind(bytes)).toBe(kind))

const xlsx = starting(0x50, 0x4b, 3, 4)
const pdf = text('%PDF-1.7')

for (const [purpose, what, bytes, kinds, why] of [
  ['paper', 'a page of the web', text('<html><script>alert(1)</script></html>'), ['pdf'], 'not_a_scan'],
  ['paper', 'a workbook', xlsx, ['pdf'], 'not_a_scan'],
  ['paper', 'a program', starting(0x4d, 0x5a, 0), ['pdf'], 'not_a_scan'],
  ['paper', 'a PDF', pdf, ['pdf'], null],
  ['paper', 'a PDF where pictures alone are taken', pdf, ['jpeg', 'png'], 'kind_not_allowed'],
  ['table', 'a workbook', xlsx, ['xlsx'], null],
  ['table', 'a workbook where text alone is taken', xlsx, ['csv'], 'kind_not_allowed'],
  ['table', 'text where workbooks alone are taken', text('ФИО;логин'), ['xlsx'], 'kind_not_allowed'],
  [
    'table',
    'anything else where workbooks alone are taken',
    starting(0xff, 0xfe),
    ['xlsx'],
    'kind_not_allowed',
  ],
] as const)
  test(`R0-5.1c ${purpose}: ${what} is ${why ?? 'taken'}`, () =>
    expect(refuseUpload(purpose, { maxBytes: 1_000_000, kinds }, bytes)).toBe(why))

test('R0-5.1c the last byte of the limit is taken and the next one is not', () => {
  const rule: UploadRule = { maxBytes: 10, kinds: ['csv'] }
  expect(refuseUpload('table', rule, text('0123456789'))).toBeNull()
  expect(refuseUpload('table', rule, text('0123456789a'))).toBe('too_large')
})

test('R0-5.1c an administrator allows less than the most and never more', () => {
  const kinds: readonly UploadKind[] = ['pdf', 'xlsx']
  expect(withinMost('paper', { maxBytes: 1_000_000, kinds })).toEqual({ maxBytes: 1_000_000, kinds: ['pdf'] })
  expect(withinMost('paper', { maxBytes: 10 ** 12, kinds })).toEqual({
    maxBytes: mostOf.paper.maxBytes,
    kinds: ['pdf'],
  })
  expect(withinMost('table', null)).toEqual(mostOf.table)
})
