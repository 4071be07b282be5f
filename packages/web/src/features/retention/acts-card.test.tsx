import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import i18next from 'i18next'
import { renderToStaticMarkup } from 'react-dom/server'
import { initReactI18next } from 'react-i18next'
import { expect, test } from 'vitest'
import { en, ru } from '../../i18n/resources.ts'
import { ActsCard } from './acts-card.tsx'

test.each([
  ['ru', 'не дольше 24 часов', 'не дольше 7 дней', 'через 8 дней'],
  ['en', 'within 24 hours', 'no longer than 7 days', 'after 8 days'],
])(
  'P-24c the page says in %s when a destroyed recording can be read nowhere, and on what condition',
  async (lng, ...said) => {
    await i18next
      .use(initReactI18next)
      .init({ resources: { ru: { app: ru }, en: { app: en } }, defaultNS: 'app', lng })
    const page = renderToStaticMarkup(
      <QueryClientProvider client={new QueryClient()}>
        <MantineProvider>
          <ActsCard acts={[]} me="acc_x" may zone="Europe/Moscow" />
        </MantineProvider>
      </QueryClientProvider>,
    )
    for (const words of said) expect(page).toContain(words)
  },
)
