import { Button, Checkbox, Group, Radio, Select, TextInput } from '@mantine/core'
import { failureSides } from '@ochno/contract/protocols'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import { clockAt, momentOf } from '../../ui/clock-at.ts'
import type { Draft, Part } from './part.ts'
import { Said } from './said.tsx'
import classes from './protocols.module.css'

const statuses = ['1', '2', '3', '4', '5', '6'] as const

/** What the proctor judges as a whole: independence, the stop, the status of App. 4, a failure of the technology. */
export function FindingsCard(part: Part) {
  const { t } = useTranslation()
  const { view, draft, locked, change } = part
  return (
    <Card title={t('protocols.findings.title')}>
      <Rows>
        <YesNo
          label={t('protocols.findings.independent')}
          value={draft.independent}
          locked={locked}
          onChange={(independent) => change({ independent })}
        />
        {view.stopReason ? (
          <YesNo
            label={t('protocols.findings.stopped')}
            value={draft.stoppedForViolations}
            locked={locked}
            onChange={(stoppedForViolations) => change({ stoppedForViolations })}
          />
        ) : null}
        {view.final ? (
          <Select
            label={t('protocols.findings.status')}
            description={
              view.statusAdvice
                ? t('protocols.findings.advice', {
                    status: t(`protocols.statuses.s${view.statusAdvice.main}`),
                  })
                : t('protocols.findings.noAdvice')
            }
            value={draft.status === null ? null : String(draft.status)}
            readOnly={locked}
            onChange={(value) =>
              change({ status: value === null ? null : (Number(value) as Draft['status']) })
            }
            data={statuses.map((status) => ({ value: status, label: t(`protocols.statuses.s${status}`) }))}
          />
        ) : null}
        {view.act === '003' ? (
          <TextInput
            label={t('protocols.findings.document')}
            description={t('protocols.findings.documentHint')}
            value={draft.documentShown}
            readOnly={locked}
            onChange={(event) => change({ documentShown: event.currentTarget.value })}
            maxLength={200}
          />
        ) : null}
        <Failure {...part} />
      </Rows>
    </Card>
  )
}

function YesNo({
  label,
  value,
  locked,
  onChange,
}: {
  label: string
  value: boolean | null
  locked: boolean
  onChange: (value: boolean) => void
}) {
  const { t } = useTranslation()
  if (locked)
    return <Said about={label}>{value === null ? '—' : t(value ? 'protocols.yes' : 'protocols.no')}</Said>
  return (
    <Radio.Group
      label={label}
      value={value === null ? null : value ? 'yes' : 'no'}
      onChange={(said) => onChange(said === 'yes')}
    >
      <Group gap="lg" mt="xs">
        <Radio value="yes" label={t('protocols.yes')} />
        <Radio value="no" label={t('protocols.no')} />
      </Group>
    </Radio.Group>
  )
}

function Failure({ view, draft, zone, locked, change }: Part) {
  const { t } = useTranslation()
  const { failure } = draft
  const near = view.authorizedAt ?? view.now
  const begin = () =>
    change({
      failure: {
        from: near,
        to: view.deauthorizedAt ?? near,
        side: 'unknown',
        description: t('protocols.failure.proposed'),
        decision: '',
        couldContinue: true,
      },
    })
  if (!failure)
    return locked ? null : (
      <Bar>
        <Button variant="default" onClick={begin}>
          {t('protocols.failure.add')}
        </Button>
      </Bar>
    )
  const set = (one: Partial<NonNullable<Draft['failure']>>) => change({ failure: { ...failure, ...one } })
  return (
    <fieldset className={classes.plain} disabled={locked}>
      <Rows gap="sm">
        <legend className={classes.legend}>
          <strong>{t('protocols.failure.title')}</strong>
        </legend>
        <div className={classes.times}>
          <ClockInput
            label={t('protocols.failure.from')}
            at={failure.from}
            near={near}
            zone={zone}
            onChange={(from) => set({ from })}
          />
          <ClockInput
            label={t('protocols.failure.to')}
            at={failure.to}
            near={near}
            zone={zone}
            onChange={(to) => set({ to })}
          />
          <Select
            label={t('protocols.failure.side')}
            value={failure.side}
            allowDeselect={false}
            onChange={(side) => side && set({ side: side as (typeof failureSides)[number] })}
            data={failureSides.map((side) => ({ value: side, label: t(`protocols.failure.sides.${side}`) }))}
          />
        </div>
        <TextInput
          label={t('protocols.failure.what')}
          value={failure.description}
          onChange={(event) => set({ description: event.currentTarget.value })}
          maxLength={500}
        />
        <TextInput
          label={t('protocols.failure.decision')}
          value={failure.decision}
          onChange={(event) => set({ decision: event.currentTarget.value })}
          maxLength={500}
        />
        <Checkbox
          label={t('protocols.failure.could')}
          checked={failure.couldContinue}
          onChange={(event) => set({ couldContinue: event.currentTarget.checked })}
        />
        {locked ? null : (
          <Bar>
            <Button variant="default" onClick={() => change({ failure: null })}>
              {t('protocols.failure.remove')}
            </Button>
          </Bar>
        )}
      </Rows>
    </fieldset>
  )
}

function ClockInput({
  label,
  at,
  near,
  zone,
  onChange,
}: {
  label: string
  at: string
  near: string
  zone: string
  onChange: (at: string) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(clockAt(at, zone))
  return (
    <TextInput
      label={label}
      value={typed}
      error={momentOf(typed, near, zone) ? null : t('protocols.marks.wrongTime')}
      onChange={(event) => {
        const next = event.currentTarget.value
        setTyped(next)
        const moment = momentOf(next, near, zone)
        if (moment) onChange(moment)
      }}
    />
  )
}
