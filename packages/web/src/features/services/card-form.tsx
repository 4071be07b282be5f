import { Button, Checkbox, MultiSelect, NativeSelect, TextInput } from '@mantine/core'
import { readCatalogue } from '@ochno/contract/service-catalogue'
import {
  changeService,
  readServiceRegister,
  type ServiceCardGiven,
  type ServiceView,
} from '@ochno/contract/services'
import {
  audiences,
  criteria,
  entryKinds,
  interactionModes,
  serviceFamilies,
} from '@ochno/domain/services/card'
import { isOtherContract } from '@ochno/domain/services/ground'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { givenOf, type Typed, typedOf } from './card-typed.ts'
import { CheckFields, GroundFields } from './card-parts.tsx'
import { useCountries } from './countries.ts'
import classes from './services.module.css'

/** The card of a service as it is filled; nothing is kept until it is saved. */
export function CardForm({ one, today, editable }: { one: ServiceView; today: string; editable: boolean }) {
  const { t } = useTranslation()
  const countries = useCountries()
  const saving = useDo(changeService, [readServiceRegister, readCatalogue])
  const [typed, setTyped] = useState<Typed>(() => typedOf(one.card, today))
  const [saved, setSaved] = useState(false)
  const set = (change: Partial<Typed>) => {
    setSaved(false)
    setTyped({ ...typed, ...change })
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await saving.run({ params: { srv: one.id }, body: givenOf(typed) })
    if (answer.ok) setTyped(typedOf(answer.body.card, today))
    setSaved(answer.ok)
  }
  const line = (key: 'name' | 'address' | 'note' | 'rightHolder' | 'registry' | 'override', max: number) => (
    <TextInput
      label={t(`services.card.${key}`)}
      value={typed[key]}
      type={key === 'address' ? 'url' : 'text'}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
      maxLength={max}
      required={key === 'name'}
      withAsterisk={false}
    />
  )
  const many = <K extends 'families' | 'modes' | 'audience'>(
    key: K,
    all: readonly ServiceCardGiven[K][number][],
    word: (value: ServiceCardGiven[K][number]) => string,
  ) => (
    <MultiSelect
      label={t(`services.card.${key as 'families'}`)}
      value={typed[key]}
      data={all.map((value) => ({ value, label: word(value) }))}
      onChange={(chosen) => set({ [key]: all.filter((value) => chosen.includes(value)) } as Partial<Typed>)}
      hidePickedOptions
    />
  )
  const tick = (key: 'own' | 'exchange' | 'parentsDefault') => (
    <Checkbox
      label={t(`services.card.${key}`)}
      checked={typed[key]}
      onChange={(event) => set({ [key]: event.currentTarget.checked })}
    />
  )
  return (
    <Card title={t('services.card.about')}>
      <form onSubmit={submit}>
        <Rows>
          {saving.failure ? <FailureNotice failure={saving.failure} /> : null}
          <fieldset className={classes.fields} disabled={!editable}>
            {line('name', 200)}
            {many('families', serviceFamilies, (family) => t(`services.families.${family}`))}
            <NativeSelect
              label={t('services.card.kind')}
              value={typed.kind}
              onChange={(event) =>
                set({ kind: entryKinds.find((kind) => kind === event.currentTarget.value) ?? typed.kind })
              }
              data={entryKinds.map((value) => ({ value, label: t(`services.kinds.${value}`) }))}
            />
            {many('modes', interactionModes, (mode) => t(`services.modes.${mode}`))}
            {many('audience', audiences, (audience) => t(`services.audience.${audience}`))}
            {line('address', 1000)}
            {line('note', 500)}
          </fieldset>
          <fieldset className={classes.group} disabled={!editable}>
            <legend>{t('services.card.origin')}</legend>
            <div className={classes.fields}>
              {line('rightHolder', 300)}
              <NativeSelect
                label={t('services.countries')}
                value={typed.country}
                onChange={(event) => set({ country: event.currentTarget.value })}
                data={countries(typed.country)}
              />
              {line('registry', 100)}
              <TextInput
                type="date"
                label={t('services.card.registryOn')}
                value={typed.registryOn}
                onChange={(event) => set({ registryOn: event.currentTarget.value })}
                required={typed.registry.trim() !== ''}
                withAsterisk={false}
              />
            </div>
            {typed.country === 'RU' ? null : line('override', 500)}
            {tick('own')}
            {tick('exchange')}
            {tick('parentsDefault')}
          </fieldset>
          <GroundFields
            typed={typed}
            editable={editable}
            otherContract={one.files.contract !== undefined && isOtherContract(one.card, givenOf(typed))}
            set={set}
          />
          <fieldset className={classes.group} disabled={!editable}>
            <legend>{t('services.card.checks')}</legend>
            <p className={classes.quiet}>{t('services.card.checksLead')}</p>
            {criteria.map((criterion) => (
              <CheckFields
                key={criterion}
                criterion={criterion}
                check={typed.checks[criterion]}
                set={(change) =>
                  set({
                    checks: { ...typed.checks, [criterion]: { ...typed.checks[criterion], ...change } },
                  })
                }
              />
            ))}
          </fieldset>
          {saved ? <Notice tone="ok" live="status" title={t('services.card.saved')} /> : null}
          {editable ? (
            <Bar>
              <Button type="submit" loading={saving.busy}>
                {t('services.card.save')}
              </Button>
            </Bar>
          ) : null}
        </Rows>
      </form>
    </Card>
  )
}
