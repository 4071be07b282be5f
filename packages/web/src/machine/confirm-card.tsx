import { Button, Checkbox } from '@mantine/core'
import { acknowledgeCheck, type CheckView } from '@ochno/contract/equipment'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../api/load.ts'
import { FailureNotice, type FailureWords } from '../ui/failure-notice.tsx'
import { Card, Rows } from '../ui/page.tsx'
import classes from './machine.module.css'
import { useEquipmentWords } from './words.ts'

type Row = CheckView['rows'][number]

type Said = { readonly declared: readonly CheckView['rows'][number]['item'][]; readonly risk: boolean }

/** Kept with the check. */
export function ConfirmCard({
  check,
  extra,
  onDone,
}: {
  check: CheckView
  extra: readonly string[]
  onDone: (check: CheckView) => void
}) {
  const acknowledge = useDo(acknowledgeCheck)
  const submit = async ({ declared, risk }: Said) => {
    const answer = await acknowledge.run({
      params: { cid: check.id },
      body: { declared: [...declared], risk },
    })
    if (answer.ok) onDone(answer.body)
  }
  return (
    <ConfirmView
      check={check}
      extra={extra}
      busy={acknowledge.busy}
      failure={acknowledge.failure}
      onSubmit={(said) => void submit(said)}
    />
  )
}

type Props = {
  readonly check: Pick<CheckView, 'place' | 'rows' | 'outcome'>
  readonly extra: readonly string[]
  readonly busy: boolean
  readonly failure: FailureWords | null
  /** A rehearsal: what is ticked is kept nowhere. */
  readonly trial?: boolean
  readonly onSubmit: (said: Said) => void
}

/** What no browser can prove, the responsibility, and the risk where there is one. */
export function ConfirmView({ check, extra, busy, failure, trial = false, onSubmit }: Props) {
  const { t, i18n } = useTranslation()
  const words = useEquipmentWords()
  const [said, setSaid] = useState<readonly string[]>([])
  const hint = useId()
  const staff = check.place === 'staff'
  const declare = check.rows.filter(({ verdict }) => verdict === 'declare')
  const below = check.rows.filter(({ verdict }) => verdict === 'risk')
  const asked = [...declare.map(({ item }) => item), 'responsibility', ...(below.length > 0 ? ['risk'] : [])]
  const missing =
    check.outcome === 'blocked'
      ? t('equipment.confirm.blocked')
      : check.outcome === 'unfinished'
        ? t('equipment.confirm.firstSteps')
        : asked.every((one) => said.includes(one))
          ? null
          : t('equipment.confirm.first')
  const box = (name: string, label: string, description: string | null = null) => (
    <Checkbox
      key={name}
      label={label}
      description={description}
      checked={said.includes(name)}
      onChange={(event) => {
        const { checked } = event.currentTarget
        setSaid((before) => (checked ? [...before, name] : before.filter((one) => one !== name)))
      }}
    />
  )
  const word = (row: Row) => {
    const key = `equipment.confirm.items.${row.item}`
    return i18n.exists(key) ? t(key as 'equipment.confirm.items.wall') : t(`equipment.items.${row.item}`)
  }
  /** Where it helps to tell it; one's own word repeats itself. */
  const note = (row: Row) =>
    row.why === 'own_word' && row.item !== 'extra' ? null : words.advice(row, extra)
  return (
    <Card
      title={t('equipment.confirm.title')}
      lead={t(trial ? 'equipment.confirm.leadTrial' : 'equipment.confirm.lead')}
    >
      <Rows>
        {declare.map((row) => box(row.item, word(row), note(row)))}
        {box(
          'responsibility',
          t(staff ? 'equipment.confirm.responsibilityStaff' : 'equipment.confirm.responsibility'),
        )}
        {below.length > 0
          ? box(
              'risk',
              t(staff ? 'equipment.confirm.riskStaff' : 'equipment.confirm.risk', {
                names: words.names(below),
              }),
            )
          : null}
        {failure ? <FailureNotice failure={failure} /> : null}
        <div className={classes.line}>
          <Button
            disabled={missing !== null}
            loading={busy}
            onClick={() => onSubmit({ declared: declare.map(({ item }) => item), risk: below.length > 0 })}
            aria-describedby={hint}
          >
            {t(trial ? 'equipment.confirm.submitTrial' : 'equipment.confirm.submit')}
          </Button>
          <p id={hint} className={classes.quiet} role="status">
            {missing ?? ''}
          </p>
        </div>
      </Rows>
    </Card>
  )
}
