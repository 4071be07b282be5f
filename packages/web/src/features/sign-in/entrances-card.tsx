import { Button } from '@mantine/core'
import { linkEntrance, readMyEntrances, unlinkEntrance } from '@ochno/contract/federation'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { When } from '../../ui/when.tsx'

/** B-29: accounts elsewhere that open this one; a new one is linked only by whoever is signed in here. */
export function EntrancesCard() {
  const { t } = useTranslation()
  const me = useMe()
  const load = useLoad(readMyEntrances, {})
  const linking = useDo(linkEntrance)
  const unlinking = useDo(unlinkEntrance, [readMyEntrances])
  if (load.is !== 'ready') return null
  const { name, directory, links } = load.value
  if (name === null && !directory && links.length === 0) return null
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  const link = async () => {
    const answer = await linking.run({})
    if (answer.ok) location.assign(answer.body.url)
  }
  const failure = linking.failure ?? unlinking.failure
  return (
    <Card title={t('federation.mine.title')} lead={t('federation.mine.lead')}>
      <Rows>
        {failure ? <FailureNotice failure={failure} /> : null}
        {directory ? <Notice tone="info" title={t('federation.mine.directory')} /> : null}
        {links.map(({ id, issuer, at }) => (
          <Bar key={id}>
            <span>
              {t('federation.mine.link', { issuer: new URL(issuer).host })} <When at={at} zone={zone} />
            </span>
            <Button
              variant="default"
              loading={unlinking.busy}
              onClick={() => void unlinking.run({ params: { id } })}
            >
              {t('federation.mine.unlink')}
            </Button>
          </Bar>
        ))}
        {name !== null ? (
          <div>
            <Button variant="default" loading={linking.busy} onClick={() => void link()}>
              {t('federation.mine.add', { name })}
            </Button>
          </div>
        ) : null}
      </Rows>
    </Card>
  )
}
