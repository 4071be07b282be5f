import { expect, test } from 'vitest'
import { requirementsFile } from './requirements-file.ts'

test('R1-7.5a the page for a site is whole in itself, and no name in it becomes markup', () => {
  const text = requirementsFile({
    language: 'ru',
    title: 'Технические требования',
    lead: 'Школа <script>alert(1)</script>',
    lines: [{ need: 'Память: не менее 3 ГБ', source: 'пункт A1 акта' }],
    link: { address: 'https://ochno.example/exam/equipment', word: 'Проверить' },
  })
  expect(text).toContain('<li>Память: не менее 3 ГБ <small>(пункт A1 акта)</small></li>')
  expect(text).toContain('href="https://ochno.example/exam/equipment"')
  expect(text).not.toContain('<script')
  expect(text).not.toMatch(/src=|@import|stylesheet/)
})
