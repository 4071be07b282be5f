import { Button, Checkbox, Fieldset, NativeSelect, TextInput } from '@mantine/core'
import {
  type ProtectionGiven,
  readDataNotice,
  readProtection,
  saveProtection,
} from '@ochno/contract/protection'
import { type Measure, measuresOf, protectionLevels, threatTypes } from '@ochno/domain/privacy/protection'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Columns, Rows } from '../../ui/page.tsx'

const fresh: ProtectionGiven = {
  level: 'uz3',
  threats: 'other',
  many: false,
  ground: '',
  measures: {},
  contact: '',
  register: '',
}

export function ProtectionForm({ recorded }: { recorded: ProtectionGiven | null }) {
  const { t } = useTranslation()
  const saving = useDo(saveProtection, [readProtection, readDataNotice])
  const [given, setGiven] = useState<ProtectionGiven>(recorded ?? fresh)
  const [saved, setSaved] = useState(false)
  const set = (changed: Partial<ProtectionGiven>) => {
    setSaved(false)
    setGiven({ ...given, ...changed })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSaved((await saving.run({ body: given })).ok)
  }
  return (
    <Card title={t('protection.record')}>
      <form onSubmit={submit}>
        <Rows>
          {saving.failure ? <FailureNotice failure={saving.failure} /> : null}
          <Columns>
            <NativeSelect
              label={t('protection.levelLabel')}
              value={given.level}
              data={protectionLevels.map((value) => ({ value, label: t(`protection.level.${value}`) }))}
              onChange={(event) =>
                set({ level: protectionLevels.find((one) => one === event.currentTarget.value) ?? 'uz3' })
              }
            />
            <NativeSelect
              label={t('protection.threatsLabel')}
              value={given.threats}
              data={threatTypes.map((value) => ({ value, label: t(`protection.threats.${value}`) }))}
              onChange={(event) =>
                set({ threats: threatTypes.find((one) => one === event.currentTarget.value) ?? 'other' })
              }
            />
          </Columns>
          <Checkbox
            label={t('protection.many')}
            checked={given.many}
            onChange={(event) => set({ many: event.currentTarget.checked })}
          />
          <Line label="ground" value={given.ground} onChange={(ground) => set({ ground })} required />
          <Fieldset legend={t('protection.measures')} variant="unstyled">
            <Rows gap="sm">
              <p>{t('protection.measuresText')}</p>
              {measuresOf(given.level).map((measure) => (
                <MeasureLine
                  key={measure}
                  measure={measure}
                  value={given.measures[measure] ?? ''}
                  onChange={(value) => set({ measures: { ...given.measures, [measure]: value } })}
                />
              ))}
            </Rows>
          </Fieldset>
          <Columns>
            <Line label="contact" value={given.contact} onChange={(contact) => set({ contact })} required />
            <Line label="register" value={given.register} onChange={(register) => set({ register })} />
          </Columns>
          {saved ? <Notice tone="ok" live="status" title={t('protection.saved')} /> : null}
          <Bar>
            <Button type="submit" loading={saving.busy}>
              {t('protection.save')}
            </Button>
          </Bar>
        </Rows>
      </form>
    </Card>
  )
}

function Line({
  label,
  value,
  onChange,
  required = false,
}: {
  label: 'ground' | 'contact' | 'register'
  value: string
  onChange: (value: string) => void
  required?: boolean
}) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t(`protection.field.${label}`)}
      description={t(`protection.fieldHint.${label}`)}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={label === 'register' ? 50 : 300}
      required={required}
      withAsterisk={false}
    />
  )
}

function MeasureLine({
  measure,
  value,
  onChange,
}: {
  measure: Measure
  value: string
  onChange: (value: string) => void
}) {
  const { t } = useTranslation()
  return (
    <TextInput
      label={t(`protection.measure.${measure}`)}
      placeholder={t('protection.measurePaper')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      maxLength={300}
    />
  )
}
