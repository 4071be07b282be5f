import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { xlsx } from '../print/lists.ts'
import { sheets } from './sheets.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

type Packed = { readonly name: string; readonly text: string | Buffer; readonly method?: number }

function zip(files: readonly Packed[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, text, method = 8 } of files) {
    const packed = method === 8 ? deflateRawSync(text) : Buffer.from(text)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(method, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    parts.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]))
}

const book = (sheet: string, more: { shared?: string; workbook?: string } = {}) =>
  zip([
    {
      name: 'xl/workbook.xml',
      text:
        more.workbook ?? '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    { name: 'xl/worksheets/sheet1.xml', text: `<worksheet><sheetData>${sheet}</sheetData></worksheet>` },
    ...(more.shared ? [{ name: 'xl/sharedStrings.xml', text: more.shared }] : []),
  ])

const rowsOf = async (bytes: Uint8Array) => {
  const read = await sheets.read(bytes)
  return read.ok ? read.table.rows : read.why
}

test('a text is read in UTF-8 with a mark or without, in windows-1251 and in UTF-16', async () => {
  const rows = [
    ['ФИО', 'Класс'],
    ['Ёлкина Я', '10А'],
  ]
  const text = 'ФИО;Класс\nЁлкина Я;10А\n'
  const cp1251 = Uint8Array.from(
    [...text].map((sign) => {
      const code = sign.charCodeAt(0)
      return code < 128 ? code : sign === 'Ё' ? 0xa8 : code - 0x410 + 0xc0
    }),
  )
  expect(await rowsOf(bytesOf(text))).toEqual(rows)
  expect(await rowsOf(bytesOf(`\ufeff${text}`))).toEqual(rows)
  expect(await rowsOf(cp1251)).toEqual(rows)
  expect(await rowsOf(new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le')))).toEqual(rows)
})

test('a sheet this product writes is read back', async () => {
  const written = await xlsx({
    name: 'Люди',
    columns: [
      { title: 'ФИО', kind: 'text' },
      { title: 'Дата рождения', kind: 'date' },
    ],
    rows: [
      ['=1+1 & <b>', '2010-05-31'],
      ['Ёлкина', null],
    ],
  })
  const rows = (await rowsOf(new Uint8Array(written))) as string[][]
  expect(rows[0]).toEqual(['ФИО', 'Дата рождения'])
  expect(rows[1]?.[0]).toBe('=1+1 & <b>')
  expect(rows[1]?.[1]).toBe('40329')
  expect(rows[2]?.[0]).toBe('Ёлкина')
})

test('cells are read where they stand: shared and inline words, long numbers, gaps, pieces of one word', async () => {
  const bytes = book(
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>Класс &amp; группа</t></is></c></row><row r="3"><c r="B3"><v>1.2345678901E10</v></c><c r="C3" t="str"><f>1+1</f><v>2</v></c></row><row r="900" s="1"/>',
    {
      shared:
        '<sst><si><r><t>Ф</t></r><r><t xml:space="preserve">ИО</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>',
    },
  )
  expect(await rowsOf(bytes)).toEqual([['ФИО', '', 'Класс & группа'], [], ['', '12345678901', '2']])
})

test('a hidden sheet is passed over', async () => {
  const workbook =
    '<workbook><sheets><sheet name="b" state="hidden" r:id="rId9"/><sheet name="a" r:id="rId1"/></sheets></workbook>'
  expect(await rowsOf(book('<row r="1"><c r="A1"><v>5</v></c></row>', { workbook }))).toEqual([['5']])
})

test('a bomb, a document type, a broken file, an old Excel and noise are refused', async () => {
  expect(await rowsOf(book(' '.repeat(40 * 1024 * 1024)))).toBe('file_unreadable')
  expect(
    await rowsOf(book('', { workbook: '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook/>' })),
  ).toBe('file_unreadable')
  expect(await rowsOf(book('<row r="1"><c r="A1"><v>5</v>'))).toBe('file_unreadable')
  expect(await rowsOf(book('<row r="999999999"><c r="A1"><v>5</v></c></row>'))).toBe('file_unreadable')
  const whole = book('<row r="1"><c r="A1"><v>5</v></c></row>')
  for (let length = 2; length < whole.length; length += 7)
    expect(await rowsOf(whole.subarray(0, length))).toBe('file_unreadable')
  expect(await rowsOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1))).toBe('file_old_excel')
  expect(await rowsOf(Uint8Array.of(0, 1, 2, 3))).toBe('file_unreadable')
})
