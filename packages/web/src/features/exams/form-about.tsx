import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Rows } from '../../ui/page.tsx'
import { zoneName } from '../../ui/zone.ts'
import type { StepProps } from './form-step.ts'
import classes from './exams.module.css'
import { useClauseWords } from './problem-words.ts'

export function AboutStep({ act, draft, change, changeCard, missing, zone }: StepProps & { zone: string }) {
  const { t, i18n } = useTranslation()
  const place = useClauseWords()
  const { card } = draft
  const longest = act.longestMinutes
  const tooLong = longest !== null && draft.lengthMinutes > longest
  return (
    <Rows>
      <TextInput
        label={t('exams.create.name')}
        description={t('exams.create.nameHint')}
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
        maxLength={300}
        error={missing === 'title' ? t('examCard.form.required') : null}
        required
        withAsterisk={false}
      />
      <TextInput
        label={t('examCard.about.subject')}
        description={t('examCard.about.subjectHint')}
        value={card.subject ?? ''}
        onChange={(event) => changeCard({ subject: event.currentTarget.value })}
        maxLength={200}
      />
      <div className={classes.fields}>
        <NativeSelect
          label={t('examCard.about.kind')}
          value={card.kind}
          onChange={(event) =>
            changeCard({ kind: act.kinds.find((one) => one === event.currentTarget.value) ?? card.kind })
          }
          data={act.kinds.map((value) => ({ value, label: t(`examCard.about.kinds.${value}`) }))}
        />
        <NativeSelect
          label={t('examCard.about.event')}
          value={card.event}
          onChange={(event) =>
            changeCard({ event: act.events.find((one) => one === event.currentTarget.value) ?? card.event })
          }
          data={act.events.map((value) => ({ value, label: t(`examCard.about.events.${value}`) }))}
        />
        <NativeSelect
          label={t('examCard.about.object')}
          value={card.object}
          onChange={(event) =>
            changeCard({
              object: act.objects.find((one) => one === event.currentTarget.value) ?? card.object,
            })
          }
          data={act.objects.map((value) => ({ value, label: t(`examCard.about.objects.${value}`) }))}
        />
      </div>
      <div className={classes.fields}>
        <TextInput
          type="datetime-local"
          label={t('exams.create.opensAt')}
          value={draft.opensAt}
          onChange={(event) => change({ opensAt: event.currentTarget.value })}
          required
          withAsterisk={false}
        />
        <TextInput
          type="datetime-local"
          label={t('exams.create.closesAt')}
          value={draft.closesAt}
          onChange={(event) => change({ closesAt: event.currentTarget.value })}
          error={missing === 'times' ? t('exams.create.order') : null}
          required
          withAsterisk={false}
        />
        <NumberInput
          label={t('exams.create.length')}
          value={draft.lengthMinutes}
          onChange={(value) => change({ lengthMinutes: typeof value === 'number' ? value : 0 })}
          min={1}
          max={600}
          allowDecimal={false}
          hideControls
          error={
            tooLong
              ? [t('examCard.form.tooLong', { count: longest }), place(act.lengthClauses)].join(' ')
              : missing === 'length'
                ? t('examCard.form.required')
                : null
          }
          required
          withAsterisk={false}
        />
      </div>
      <div>{t('exams.create.zone', { zone: zoneName(zone, i18n.language, new Date()) })}</div>
      <Textarea
        label={t('exams.create.task')}
        description={t('exams.create.taskHint')}
        value={draft.instructions}
        onChange={(event) => change({ instructions: event.currentTarget.value })}
        rows={5}
      />
    </Rows>
  )
}
