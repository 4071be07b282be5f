import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { readTreeHead } from '@ochno/contract/journal'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddressState } from '../../api/address-state.ts'
import { useDo } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { FindInput } from '../../ui/find-input.tsx'
import { Card, Page, Rows } from '../../ui/page.tsx'
import { JournalPart } from './journal-part.tsx'

/** E-05: what people did here, the latest first, and the signed head that proves later that nothing was taken out. */
export function JournalPage() {
  const { t } = useTranslation()
  const me = useMe()
  const [object, setObject] = useAddressState('object')
  const [find, setFind] = useAddressState('find')
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <Page title={t('journal.title')} lead={t('journal.lead')} actions={<TakeHead />}>
      <Card
        {...(object === ''
          ? {}
          : {
              lead: t('journal.only', { object }),
              actions: (
                <Button variant="default" onClick={() => setObject('')}>
                  {t('journal.all')}
                </Button>
              ),
            })}
      >
        <Rows>
          <FindInput label={t('journal.find')} value={find} onFind={setFind} />
          <JournalPart object={object.slice(0, 64)} find={find} zone={zone} onObject={setObject} />
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
