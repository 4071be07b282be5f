import { Button, NumberInput } from '@mantine/core'
import { readControlSetting, setControlSetting } from '@ochno/contract/controls'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../../api/load.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../../ui/page.tsx'
import { LoadView } from '../../../ui/load-view.tsx'

/** How often the system itself puts a control among a reviewer's own. */
export function ControlShareCard() {
  const { t } = useTranslation()
  const load = useLoad(readControlSetting, {})
  return (
    <Card title={t('review.share.title')} lead={t('review.share.lead')}>
      <LoadView load={load}>{({ percent, most }) => <Share percent={percent} most={most} />}</LoadView>
    </Card>
  )
}

function Share({ percent, most }: { readonly percent: number; readonly most: number }) {
  const { t } = useTranslation()
  const save = useDo(setControlSetting, [readControlSetting])
  const [value, setValue] = useState<number | string>(percent)
  const [saved, setSaved] = useState(false)
  const given = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
  const send = async () => {
    if (!given) return
    setSaved((await save.run({ body: { percent: value } })).ok)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Rows gap="sm">
        {save.failure ? <FailureNotice failure={save.failure} /> : null}
        {saved ? <Notice tone="ok" title={t('review.share.saved')} live="status" /> : null}
        <NumberInput
          label={t('review.share.label')}
          description={t('review.share.hint', { most })}
          min={0}
          max={most}
          allowDecimal={false}
          w="14rem"
          value={value}
          onChange={(next) => {
            setValue(next)
            setSaved(false)
          }}
        />
        <Bar>
          <Button type="submit" loading={save.busy} disabled={!given || value === percent}>
            {t('review.share.save')}
          </Button>
        </Bar>
      </Rows>
    </form>
  )
}
