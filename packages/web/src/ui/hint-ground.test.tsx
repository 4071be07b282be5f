import i18next from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { initReactI18next } from 'react-i18next'
import { beforeAll, expect, test } from 'vitest'
import { ru } from '../i18n/resources.ts'
import { type Ground, HintGround } from './hint-ground.tsx'

beforeAll(() =>
  i18next
    .use(initReactI18next)
    .init({ resources: { ru: { app: ru } }, defaultNS: 'app', lng: 'ru', initAsync: false }),
)

const shown = (over: Partial<Ground>) =>
  renderToStaticMarkup(<HintGround verdict="counts" permittedBy={[]} technical={false} {...over} />)

test('a permitted hint says by what, a failed network says so first, and what counts says nothing', () => {
  expect(shown({})).toBe('')
  const permitted = { verdict: 'permitted', permittedBy: ['exam_rules', 'conditions'] } as const
  expect(shown(permitted)).toContain('Разрешено: правила экзамена, особые условия')
  expect(shown({ ...permitted, technical: true })).toContain('Техническая причина')
  expect(shown({ ...permitted, technical: true })).not.toContain('Разрешено')
  expect(shown({ verdict: 'unsure', permittedBy: ['exam_rules'] })).toContain('Разрешено частично')
})
