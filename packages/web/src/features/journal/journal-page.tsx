import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { readTreeHead } from '@ochno/contract/journal'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { JournalPart } from './journal-part.tsx'

type Asked = { readonly object: string | null; readonly before: readonly (string | null)[] }
const LATEST: Asked = { object: null, before: [null] }

/** E-05: what people did here, the latest first, and the signed head that proves later that nothing was taken out. */
export function JournalPage() {
  const { t } = useTranslation()
  const me = useMe()
  const [asked, setAsked] = useState(LATEST)
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <Page title={t('journal.title')} lead={t('journal.lead')} actions={<TakeHead />}>
      <Card
        {...(asked.object === null
          ? {}
          : {
              lead: t('journal.only', { object: asked.object }),
              actions: (
                <Button variant="default" onClick={() => setAsked(LATEST)}>
                  {t('journal.all')}
                </Button>
              ),
            })}
      >
        <Rows>
          {asked.before.map((before, at) => (
            <JournalPart
              key={`${asked.object} ${before}`}
              object={asked.object}
              before={before}
              zone={zone}
              last={at === asked.before.length - 1}
              onObject={(object) => setAsked({ object, before: [null] })}
              onEarlier={(next) => setAsked({ ...asked, before: [...asked.before, next] })}
            />
          ))}
        </Rows>
      </Card>
    </Page>
  )
}

function TakeHead() {
  const { t } = useTranslation()
  const head = useDo(readTreeHead)
  const [none, setNone] = useState(false)
  const take = async () => {
    const answer = await head.run({})
    if (!answer.ok) return
    const { checkpoint } = answer.body
    setNone(checkpoint === null)
    if (checkpoint === null) return
    const url = URL.createObjectURL(new Blob([checkpoint], { type: 'text/plain' }))
    const link = document.createElement('a')
    link.href = url
    link.download = t('journal.headFile')
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <Rows gap="sm">
      <Button
        variant="default"
        loading={head.busy}
        leftSection={<IconDownload size={18} aria-hidden />}
        onClick={() => void take()}
      >
        {t('journal.head')}
      </Button>
      {head.failure ? <FailureNotice failure={head.failure} /> : null}
      <p role="status">{none ? t('journal.headNone') : ''}</p>
    </Rows>
  )
}
