import { type ProtectionView, readProtection } from '@ochno/contract/protection'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { Table } from '../../ui/table.tsx'
import { ProtectionForm } from './protection-form.tsx'
import { UploadsCard } from './uploads-card.tsx'

/** R4-1.4a: the level of protection with its ground and measures, what they lack, and what is kept about people. */
export function ProtectionPage() {
  const { t } = useTranslation()
  const protection = useLoad(readProtection, {})
  return (
    <Page title={t('protection.title')} lead={t('protection.lead')} width="narrow">
      <LoadView load={protection} rows={8}>
        {(view) => (
          <Rows gap="lg">
            <Standing view={view} />
            <ProtectionForm recorded={view.recorded} />
            <UploadsCard />
            <Inventory rows={view.inventory} />
          </Rows>
        )}
      </LoadView>
    </Page>
  )
}

function Standing({ view: { gaps, kept } }: { view: ProtectionView }) {
  const { t } = useTranslation()
  return (
    <Card title={t('protection.standing')}>
      <Rows>
        <ul>
          <li>{t(kept.biometric ? 'protection.kept.biometric' : 'protection.kept.noBiometric')}</li>
          <li>{t(kept.health ? 'protection.kept.health' : 'protection.kept.noHealth')}</li>
        </ul>
        {gaps.length ? (
          <Notice tone="warn" title={t('protection.missing')}>
            <ul>
              {gaps.map((gap) => (
                <li key={gap.gap === 'measure' ? gap.measure : gap.gap}>
                  {gap.gap === 'measure'
                    ? t(`protection.measure.${gap.measure}`)
                    : gap.gap === 'level_too_low'
                      ? t('protection.gap.level_too_low', { level: t(`protection.level.${gap.least}`) })
                      : t('protection.gap.not_recorded')}
                </li>
              ))}
            </ul>
          </Notice>
        ) : (
          <Notice tone="ok" title={t('protection.complete')} />
        )}
      </Rows>
    </Card>
  )
}

type Place = ProtectionView['inventory'][number]

function Inventory({ rows }: { rows: readonly Place[] }) {
  const { t } = useTranslation()
  const kinds = [...Map.groupBy(rows, ({ what, term }) => `${what}; ${term}`)].flatMap(([key, places]) =>
    places[0] ? [{ key, what: places[0].what, term: places[0].term, places }] : [],
  )
  return (
    <Card title={t('protection.inventory')} lead={t('protection.inventoryLead', { count: rows.length })}>
      <Table
        label={t('protection.inventory')}
        rows={kinds}
        rowKey={({ key }) => key}
        columns={[
          { name: t('protection.what'), cell: ({ what }) => t(`protection.kind.${what}`) },
          { name: t('protection.keptFor'), cell: ({ term }) => t(`protection.keeps.${term}`) },
          {
            name: t('protection.places'),
            cell: ({ places }) => (
              <details>
                <summary>{t('protection.placeCount', { count: places.length })}</summary>
                {places.map(({ table, column }) => (
                  <div key={`${table}.${column}`}>{`${table}.${column}`}</div>
                ))}
              </details>
            ),
          },
        ]}
      />
    </Card>
  )
}
