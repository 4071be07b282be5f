import { useTranslation } from 'react-i18next'
import { Card, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import type { Part } from './part.ts'
import classes from './decisions.module.css'
import { Papers } from './papers.tsx'

export function ProtocolCard({ view, zone }: Part) {
  const { t } = useTranslation()
  const { protocol } = view
  return (
    <Card title={t('decisions.protocolCard.title', { number: protocol.number })}>
      <Rows>
        <dl className={classes.facts}>
          <dt>{t('decisions.protocolCard.signed')}</dt>
          <dd>
            {protocol.signedBy}, <When at={protocol.signedAt} zone={zone} />
          </dd>
          <dt>{t('decisions.protocolCard.independent')}</dt>
          <dd>
            {protocol.independent === null ? '—' : t(protocol.independent ? 'decisions.yes' : 'decisions.no')}
          </dd>
          {protocol.status === null ? null : (
            <>
              <dt>{t('decisions.protocolCard.status')}</dt>
              <dd>{t(`protocols.statuses.s${protocol.status}`)}</dd>
            </>
          )}
          {protocol.comment ? (
            <>
              <dt>{t('decisions.protocolCard.comment')}</dt>
              <dd>{protocol.comment}</dd>
            </>
          ) : null}
        </dl>
        <Papers session={view.session} papers={protocol.papers} />
      </Rows>
    </Card>
  )
}
