import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import { listRegister } from '@ochno/contract/consent-register'
import {
  changeConsentSettings,
  type ConsentSettingsView,
  readConsentSettings,
} from '@ochno/contract/consent-settings'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import classes from './consents.module.css'

const ways = ['in_person', 'oral', 'another_format'] as const

export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const settings = useLoad(readConsentSettings, {})
  if (settings.is === 'ready') return <SettingsForm settings={settings.value} onClose={onClose} />
  return (
    <Sheet title={t('consents.settings.title')} onClose={onClose}>
      <LoadView load={settings}>{() => null}</LoadView>
    </Sheet>
  )
}

const asNumber = (typed: string | number): number | null =>
  typed === '' || !Number.isInteger(Number(typed)) ? null : Number(typed)

function SettingsForm({ settings, onClose }: { settings: ConsentSettingsView; onClose: () => void }) {
  const { t } = useTranslation()
  const saving = useDo(changeConsentSettings, [readConsentSettings, listRegister])
  const [alone, setAlone] = useState<string | number>(settings.age?.representativeAloneUntil ?? '')
  const [both, setBoth] = useState<string | number>(settings.age?.bothUntil ?? '')
  const [chosen, setChosen] = useState<readonly string[]>(settings.alternatives)
  const [third, setThird] = useState(settings.thirdParty ?? '')
  const [from, to] = [asNumber(alone), asNumber(both)]
  const noAges = alone === '' && both === ''
  const fits = noAges || (from !== null && to !== null && from <= to)
  const save = async () => {
    const body: ConsentSettingsView = {
      age: from !== null && to !== null ? { representativeAloneUntil: from, bothUntil: to } : null,
      alternatives: ways.filter((way) => chosen.includes(way)),
      thirdParty: third.trim() || null,
    }
    const answer = await saving.run({ body })
    if (answer.ok) onClose()
  }
  return (
    <FormSheet
      title={t('consents.settings.title')}
      failure={saving.failure}
      submit={t('consents.settings.save')}
      busy={saving.busy}
      disabled={!fits}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p className={classes.strong}>{t('consents.settings.ages')}</p>
      <p className={classes.quiet}>{t('consents.settings.agesText')}</p>
      <div className={classes.pair}>
        <NumberInput
          label={t('consents.settings.alone')}
          value={alone}
          onChange={setAlone}
          min={0}
          max={18}
          allowDecimal={false}
          hideControls
        />
        <NumberInput
          label={t('consents.settings.both')}
          value={both}
          onChange={setBoth}
          min={0}
          max={21}
          allowDecimal={false}
          hideControls
        />
      </div>
      <Checkbox.Group label={t('consents.settings.ways')} value={[...chosen]} onChange={setChosen}>
        <div className={classes.choices}>
          {ways.map((way) => (
            <Checkbox key={way} value={way} label={t(`consents.ways.${way}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput
        label={t('consents.settings.third')}
        description={t('consents.settings.thirdHint')}
        value={third}
        onChange={(event) => setThird(event.currentTarget.value)}
        maxLength={300}
      />
      <p className={classes.quiet}>{t('consents.settings.anew')}</p>
    </FormSheet>
  )
}
