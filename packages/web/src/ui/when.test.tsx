import i18next from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { initReactI18next } from 'react-i18next'
import { beforeAll, expect, test } from 'vitest'
import { ru } from '../i18n/resources.ts'
import { When } from './when.tsx'

beforeAll(() =>
  i18next
    .use(initReactI18next)
    .init({ resources: { ru: { app: ru } }, defaultNS: 'app', lng: 'ru', initAsync: false }),
)

const shown = (here: string) =>
  renderToStaticMarkup(<When at="2025-11-21T07:00:00Z" zone="Europe/Moscow" here={here} />)

test('R0-1.5a an instant of UTC is told by the institution’s clock, and by the reader’s where that differs', () => {
  expect(shown('Europe/Moscow')).toContain('10:00')
  expect(shown('Europe/Moscow')).not.toContain('(')
  expect(shown('Asia/Yekaterinburg')).toContain('10:00')
  expect(shown('Asia/Yekaterinburg')).toMatch(/\(.*12:00.*\)/)
  expect(shown('Asia/Yekaterinburg')).toContain('dateTime="2025-11-21T07:00:00Z"')
})
