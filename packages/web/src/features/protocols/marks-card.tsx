import { Button, Group, Radio, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { AddMarkSheet } from './add-mark-sheet.tsx'
import { clockAt } from '../../ui/clock-at.ts'
import type { Part } from './part.ts'
import { Said } from './said.tsx'
import classes from './protocols.module.css'

const verdicts = ['counted', 'permitted', 'mistaken'] as const

/** Every mark gets an answer; what is not counted stays on record with its reason. */
export function MarksCard({ view, draft, zone, locked, change }: Part) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  return (
    <Card
      title={t('protocols.marks.title')}
      lead={
        view.marks.length === 0
          ? t(locked ? 'protocols.marks.noneAtAll' : 'protocols.marks.none')
          : locked
            ? null
            : t('protocols.marks.lead')
      }
      actions={
        locked || !view.mayMark ? null : (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('protocols.marks.add')}
          </Button>
        )
      }
    >
      <ul className={classes.list}>
        {view.marks.map((mark) => {
          const verdict = draft.marks[mark.key]
          const set = (is: (typeof verdicts)[number], reason = verdict?.reason ?? '') =>
            change({ marks: { ...draft.marks, [mark.key]: { is, reason } } })
          const about = (
            <>
              {mark.wording}
              <span className={classes.quiet}>
                {clockAt(mark.from, zone)}
                {mark.to ? `–${clockAt(mark.to, zone)}` : ''} · {mark.by}
                {mark.note ? ` · ${mark.note}` : ''}
                {mark.row === null && view.rows.length ? ` · ${t('protocols.marks.noRow')}` : ''}
              </span>
            </>
          )
          return (
            <li key={mark.key} className={classes.item} {...(verdict ? {} : { 'data-open': true })}>
              {locked ? (
                <Said about={about}>{verdict ? t(`protocols.marks.settled.${verdict.is}`) : '—'}</Said>
              ) : (
                <Radio.Group
                  className={classes.row ?? ''}
                  value={verdict?.is ?? null}
                  onChange={(is) => set(is as (typeof verdicts)[number])}
                  label={about}
                >
                  <Group gap="md">
                    {verdicts.map((is) => (
                      <Radio key={is} value={is} label={t(`protocols.marks.verdicts.${is}`)} />
                    ))}
                  </Group>
                </Radio.Group>
              )}
              {verdict && verdict.is !== 'counted' ? (
                <TextInput
                  label={t('protocols.marks.reason')}
                  value={verdict.reason}
                  readOnly={locked}
                  onChange={(event) => set(verdict.is, event.currentTarget.value)}
                  maxLength={1000}
                />
              ) : null}
            </li>
          )
        })}
      </ul>
      {adding ? <AddMarkSheet view={view} zone={zone} onClose={() => setAdding(false)} /> : null}
    </Card>
  )
}
