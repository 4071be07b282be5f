import { Radio, TextInput } from '@mantine/core'
import { deliveries, examModes } from '@ochno/domain/exam/card'
import { useTranslation } from 'react-i18next'
import { Rows } from '../../ui/page.tsx'
import type { StepProps } from './form-step.ts'
import classes from './exams.module.css'
import { useClauseWords } from './problem-words.ts'

type Choice = { readonly allowed: boolean; readonly clauses: readonly string[] }

export function WatchStep({ act, draft, changeCard, missing }: StepProps) {
  const { t } = useTranslation()
  const place = useClauseWords()
  const { mode, delivery } = draft.card
  const refusal = ({ allowed, clauses }: Choice): string | undefined =>
    allowed
      ? undefined
      : clauses.length === 0
        ? t('examCard.watch.no')
        : t('examCard.watch.noAt', {
            clauses: place(clauses),
          })
  const onWeb = delivery.to === 'lms' || delivery.to === 'external'
  return (
    <Rows gap="lg">
      <Radio.Group
        label={t('examCard.watch.mode')}
        value={mode}
        onChange={(value) => {
          const chosen = examModes.find((one) => one === value) ?? mode
          changeCard({
            mode: chosen,
            ...(chosen === 'offline' ? { delivery: { ...delivery, to: 'classroom' as const } } : {}),
          })
        }}
      >
        <div className={classes.choices}>
          {examModes.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`examCard.watch.modes.${one}`)}
              description={refusal(act.modes[one])}
              disabled={!act.modes[one].allowed}
            />
          ))}
        </div>
      </Radio.Group>
      <Radio.Group
        label={t('examCard.watch.delivery')}
        value={delivery.to}
        onChange={(value) =>
          changeCard({
            delivery: { ...delivery, to: deliveries.find((one) => one === value) ?? delivery.to },
          })
        }
      >
        <div className={classes.choices}>
          {deliveries.map((one) => (
            <Radio
              key={one}
              value={one}
              label={t(`examCard.watch.deliveries.${one}`)}
              description={refusal(act.deliveries[one])}
              disabled={!act.deliveries[one].allowed || (mode === 'offline' && one !== 'classroom')}
            />
          ))}
        </div>
      </Radio.Group>
      {onWeb ? (
        <TextInput
          type="url"
          label={t(delivery.to === 'lms' ? 'examCard.watch.addressLms' : 'examCard.watch.address')}
          description={t('examCard.watch.addressHint')}
          value={delivery.address ?? ''}
          onChange={(event) => changeCard({ delivery: { ...delivery, address: event.currentTarget.value } })}
          maxLength={2000}
          error={missing === 'address' ? t('examCard.watch.addressHint') : null}
        />
      ) : (
        <TextInput
          label={t(delivery.to === 'classroom' ? 'examCard.watch.classroom' : 'examCard.watch.installed')}
          value={delivery.name ?? ''}
          onChange={(event) => changeCard({ delivery: { ...delivery, name: event.currentTarget.value } })}
          maxLength={200}
          error={missing === 'name' ? t('examCard.form.required') : null}
        />
      )}
    </Rows>
  )
}
