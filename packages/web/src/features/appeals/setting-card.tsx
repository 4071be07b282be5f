import { Button, Checkbox, NumberInput, Textarea } from '@mantine/core'
import { type AppealSettingView, changeAppealSetting, listAppeals } from '@ochno/contract/appeals'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { situationsOf, situationsText, stepsOf, stepsText } from './setting-text.ts'

/** R0-7.1a: the part of the order that every act leaves to the institution. */
export function SettingCard({ setting }: { setting: AppealSettingView }) {
  const { t } = useTranslation()
  const changing = useDo(changeAppealSetting, [listAppeals])
  const [situations, setSituations] = useState(situationsText(setting.situations))
  const [steps, setSteps] = useState(stepsText(setting.steps))
  const [least, setLeast] = useState<number | string>(setting.least)
  const [answerDays, setAnswerDays] = useState<number | string>(setting.answerDays ?? '')
  const [quorum, setQuorum] = useState<number | string>(setting.quorum ?? '')
  const [chairBreaksTie, setChairBreaksTie] = useState(setting.chairBreaksTie)
  const [saved, setSaved] = useState(false)
  return (
    <Card title={t('appeals.setting.title')} lead={t('appeals.setting.lead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const body = {
            situations: situationsOf(situations),
            steps: stepsOf(steps, t('appeals.setting.everybody')),
            least: Number(least),
            answerDays: answerDays === '' ? null : Number(answerDays),
            quorum: quorum === '' ? null : Number(quorum),
            chairBreaksTie,
          }
          void changing.run({ body }).then((answer) => setSaved(answer.ok))
        }}
      >
        <Rows>
          {changing.failure ? <FailureNotice failure={changing.failure} /> : null}
          <Textarea
            label={t('appeals.setting.situations')}
            description={t('appeals.setting.situationsHint')}
            value={situations}
            onChange={(event) => setSituations(event.currentTarget.value)}
            autosize
            minRows={2}
          />
          <Textarea
            label={t('appeals.setting.steps')}
            description={t('appeals.setting.stepsHint')}
            value={steps}
            onChange={(event) => setSteps(event.currentTarget.value)}
            autosize
            minRows={3}
          />
          <NumberInput
            label={t('appeals.setting.least')}
            description={t('appeals.setting.leastHint')}
            value={least}
            onChange={setLeast}
            min={2}
            max={15}
            allowDecimal={false}
          />
          <NumberInput
            label={t('appeals.setting.quorum')}
            description={t('appeals.setting.quorumHint')}
            value={quorum}
            onChange={setQuorum}
            min={2}
            max={15}
            allowDecimal={false}
          />
          <Checkbox
            label={t('appeals.setting.tie')}
            description={t('appeals.setting.tieHint')}
            checked={chairBreaksTie}
            onChange={(event) => setChairBreaksTie(event.currentTarget.checked)}
          />
          <NumberInput
            label={t('appeals.setting.answerDays')}
            description={t('appeals.setting.answerDaysHint')}
            value={answerDays}
            onChange={setAnswerDays}
            min={1}
            max={60}
            allowDecimal={false}
          />
          {saved ? <Notice tone="ok" title={t('appeals.setting.saved')} live="status" /> : null}
          <Bar>
            <Button type="submit" loading={changing.busy} disabled={least === ''}>
              {t('appeals.setting.save')}
            </Button>
          </Bar>
        </Rows>
      </form>
    </Card>
  )
}
