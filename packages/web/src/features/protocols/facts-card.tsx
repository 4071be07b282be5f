import type { ProtocolView } from '@ochno/contract/protocols'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import classes from './protocols.module.css'

/** What the system knows and the proctor does not type. */
export function FactsCard({ view, zone }: { view: ProtocolView; zone: string }) {
  const { t } = useTranslation()
  const { identity, coverage, quote, stopReason } = view
  return (
    <Card title={t('protocols.facts.title')} lead={quote}>
      <dl className={classes.facts}>
        <dt>{t('protocols.facts.forms')}</dt>
        <dd>{view.forms.map((form) => t(`protocols.forms.${form}`)).join('; ')}</dd>
        <dt>{t('protocols.facts.authorized')}</dt>
        <dd>{view.authorizedAt ? <When at={view.authorizedAt} zone={zone} /> : '—'}</dd>
        <dt>{t('protocols.facts.deauthorized')}</dt>
        <dd>{view.deauthorizedAt ? <When at={view.deauthorizedAt} zone={zone} /> : '—'}</dd>
        <dt>{t('protocols.facts.identity')}</dt>
        <dd>
          {identity
            ? t(identity.established ? 'protocols.facts.identified' : 'protocols.facts.unidentified', {
                how: identity.how,
                by: identity.by,
              })
            : '—'}
        </dd>
        <dt>{t('protocols.facts.recording')}</dt>
        <dd>
          {view.room
            ? t('protocols.facts.recordingRoom')
            : coverage === null
              ? t('protocols.facts.recordingOpen')
              : coverage.length === 0
                ? t('protocols.facts.recordingNone')
                : coverage
                    .map(({ track, percent }) => `${t(`protocols.tracks.${track}`)} ${percent} %`)
                    .join(', ')}
        </dd>
        {stopReason ? (
          <>
            <dt>{t('protocols.facts.stopped')}</dt>
            <dd>{stopReason}</dd>
          </>
        ) : null}
      </dl>
    </Card>
  )
}
