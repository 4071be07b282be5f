import { Anchor } from '@mantine/core'
import type { ProtocolView } from '@ochno/contract/protocols'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'
import classes from './protocols.module.css'

/** Everything that was ever signed, with its files as they were made. */
export function EditionsCard({ view, zone }: { view: ProtocolView; zone: string }) {
  const { t } = useTranslation()
  if (view.editions.length === 0) return null
  return (
    <Card title={t('protocols.editions.title')} lead={t('protocols.editions.lead')}>
      <ul className={classes.list}>
        {view.editions.toReversed().map((one) => (
          <li key={one.edition} className={classes.row}>
            <div>
              <strong>{t('protocols.editions.name', { number: one.number, edition: one.edition })}</strong>
              <div className={classes.quiet}>
                {one.signedBy}, <When at={one.signedAt} zone={zone} />
                {one.reason ? ` · ${t('protocols.editions.because', { reason: one.reason })}` : ''}
              </div>
              {one.papers.map((paper) => (
                <div key={paper.id}>
                  <Anchor href={`/api/sessions/${view.session}/papers/${paper.id}`} download>
                    {t('protocols.editions.file', { name: paper.name, kind: paper.kind.toUpperCase() })}
                  </Anchor>
                  <div className={classes.hash}>SHA-256 {paper.sha256}</div>
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  )
}
