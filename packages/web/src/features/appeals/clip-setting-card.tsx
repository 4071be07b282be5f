import { Button, Checkbox, NumberInput } from '@mantine/core'
import { changeClipSetting, type ClipSettingView, readClipSetting } from '@ochno/contract/clips'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'

/** Whether the people a mark concerns see what it rests on. */
export function ClipSettingCard() {
  const { t } = useTranslation()
  const load = useLoad(readClipSetting, {})
  return (
    <Card title={t('appeals.clips.setting.title')} lead={t('appeals.clips.setting.lead')}>
      <LoadView load={load}>{(setting) => <Fields setting={setting} />}</LoadView>
    </Card>
  )
}

function Fields({ setting }: { setting: ClipSettingView }) {
  const { t } = useTranslation()
  const changing = useDo(changeClipSetting, [readClipSetting])
  const [examinee, setExaminee] = useState(setting.examinee)
  const [parents, setParents] = useState(setting.parents)
  const [beforeS, setBefore] = useState<number | string>(setting.beforeS)
  const [afterS, setAfter] = useState<number | string>(setting.afterS)
  const [saved, setSaved] = useState(false)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const body = { examinee, parents, beforeS: Number(beforeS), afterS: Number(afterS) }
        void changing.run({ body }).then((answer) => setSaved(answer.ok))
      }}
    >
      <Rows>
        {changing.failure ? <FailureNotice failure={changing.failure} /> : null}
        <Checkbox
          label={t('appeals.clips.setting.examinee')}
          checked={examinee}
          onChange={(event) => setExaminee(event.currentTarget.checked)}
        />
        <Checkbox
          label={t('appeals.clips.setting.parents')}
          checked={parents}
          onChange={(event) => setParents(event.currentTarget.checked)}
        />
        <NumberInput
          label={t('appeals.clips.setting.beforeS')}
          value={beforeS}
          onChange={setBefore}
          min={0}
          max={60}
          allowDecimal={false}
        />
        <NumberInput
          label={t('appeals.clips.setting.afterS')}
          value={afterS}
          onChange={setAfter}
          min={0}
          max={60}
          allowDecimal={false}
        />
        {saved ? <Notice tone="ok" title={t('appeals.clips.setting.saved')} live="status" /> : null}
        <Bar>
          <Button type="submit" loading={changing.busy} disabled={beforeS === '' || afterS === ''}>
            {t('appeals.clips.setting.save')}
          </Button>
        </Bar>
      </Rows>
    </form>
  )
}
