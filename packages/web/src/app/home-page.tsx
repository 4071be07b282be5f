import { type ComponentType, lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { HomeCard } from '../api/feature-route.ts'
import { type Me, may, useMe } from '../api/me.ts'
import { LoadView } from '../ui/load-view.tsx'
import { Card, Page, Rows } from '../ui/page.tsx'
import { features } from './features.ts'

const cards: readonly (HomeCard & { readonly View: ComponentType })[] = features
  .flatMap((feature) => feature.home ?? [])
  .toSorted((a, b) => a.rank - b.rank)
  .map((home) => ({ ...home, View: lazy(home.card) }))

/** One home for every kind of person: each card answers "what must I do now" for one of their roles. */
export function HomePage() {
  const me = useMe()
  return me.is === 'ready' ? <Home me={me.value} /> : null
}

function Home({ me }: { me: Me }) {
  const { t } = useTranslation()
  const mine = cards.filter((card) => may(me, card.can) && (me.only === undefined || card.byCode))
  return (
    <Page title={t('home.greeting', { name: me.fullName })} lead={t('home.lead')}>
      <Rows gap="lg">
        {mine.map(({ View, rank }) => (
          <Suspense key={rank} fallback={<WaitingCard />}>
            <View />
          </Suspense>
        ))}
        {mine.length ? null : <Card title={t('home.nothing.title')} lead={t('home.nothing.text')} />}
      </Rows>
    </Page>
  )
}

const WaitingCard = () => (
  <Card>
    <LoadView load={{ is: 'loading' }}>{() => null}</LoadView>
  </Card>
)
