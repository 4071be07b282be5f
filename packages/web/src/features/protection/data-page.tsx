import { type DataNotice, readDataNotice } from '@ochno/contract/protection'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { LoadView } from '../../ui/load-view.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'

/** What everybody may know of the data kept about them (R3-0f, R1-1.1a). */
export function DataPage() {
  const { t } = useTranslation()
  const notice = useLoad(readDataNotice, {})
  return (
    <Page title={t('protection.data.title')} lead={t('protection.data.lead')} width="narrow">
      <LoadView load={notice} rows={6}>
        {(told) => (
          <Rows gap="lg">
            <Card title={t('protection.data.operator')}>
              <Rows gap="sm">
                <div>{told.operator.name}</div>
                {told.operator.address ? <div>{told.operator.address}</div> : null}
                {told.operator.register ? (
                  <div>{t('protection.data.register', { number: told.operator.register })}</div>
                ) : null}
                <div>
                  {told.operator.contact
                    ? t('protection.data.contact', { contact: told.operator.contact })
                    : t('protection.data.noContact')}
                </div>
              </Rows>
            </Card>
            <Card title={t('protection.data.grounds')}>
              <ul>
                <li>{t('protection.data.law152')}</li>
                <li>{t('protection.data.law149')}</li>
                {told.act ? <li>{told.act}</li> : null}
              </ul>
            </Card>
            <Card title={t('protection.data.purposes')}>
              <ul>
                {told.purposes.map((purpose) => (
                  <li key={purpose}>{t(`protection.purpose.${purpose}`)}</li>
                ))}
              </ul>
              <p>{t(told.biometric ? 'protection.data.biometric' : 'protection.data.noBiometric')}</p>
            </Card>
            <Terms recording={told.recording} />
            <Card title={t('protection.data.rights')} lead={t('protection.data.rightsText')} />
          </Rows>
        )}
      </LoadView>
    </Page>
  )
}

function Terms({ recording }: { recording: DataNotice['recording'] }) {
  const { t } = useTranslation()
  const term =
    recording === null
      ? t('protection.term.none')
      : recording.until === 'months'
        ? t('protection.term.months', { count: recording.months })
        : t('protection.term.appeal', recording)
  return (
    <Card title={t('protection.data.terms')}>
      <ul>
        <li>{term}</li>
        <li>{t('protection.term.account')}</li>
        <li>{t('protection.term.hold')}</li>
      </ul>
    </Card>
  )
}
