import { Button } from '@mantine/core'
import type { ReviewDesk, ReviewHint } from '@ochno/contract/review'
import { IconArrowLeft, IconArrowRight, IconFlag, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { clock } from '../../../ui/clock.ts'
import { HintGround } from '../../../ui/hint-ground.tsx'
import { Bar, Rows } from '../../../ui/page.tsx'
import { StateMark } from '../../../ui/state-mark.tsx'
import type { Tone } from '../../../ui/tone.ts'
import { BeginningPictures } from './beginning-pictures.tsx'
import { BaselineNote } from './baseline-note.tsx'
import classes from './desk.module.css'

const tones: Readonly<Record<ReviewHint['state'], Tone>> = { open: 'warn', marked: 'bad', dismissed: 'ok' }

type HintPanelProps = {
  readonly desk: ReviewDesk
  readonly selected: number | null
  readonly zeroMs: number
  readonly zone: string
  readonly viewer: string
  readonly working: boolean
  readonly onSelect: (hint: ReviewHint) => void
  readonly onStep: (step: 1 | -1) => void
  readonly onJudge: (what: 'mark' | 'dismiss') => void
}

export function HintPanel({
  desk,
  selected,
  zeroMs,
  zone,
  viewer,
  working,
  onSelect,
  onStep,
  onJudge,
}: HintPanelProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (selected !== null)
      list.current?.querySelector(`[data-no="${selected}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const chosen = desk.hints.find(({ no }) => no === selected)
  const ordered = desk.hints.toSorted((a, b) => a.fromMs - b.fromMs)
  return (
    <Rows gap="sm">
      {ordered.length === 0 ? (
        <p>{t('review.desk.noHints')}</p>
      ) : (
        <p className={classes.quiet}>{t('review.desk.hintsLead')}</p>
      )}
      <ol className={classes.hints} ref={list}>
        {ordered.map((hint) => (
          <li key={hint.no} data-no={hint.no}>
            <button
              type="button"
              className={classes.hint}
              aria-current={hint.no === selected || undefined}
              onClick={() => onSelect(hint)}
            >
              <span className={classes.at}>{clock(hint.fromMs - zeroMs)}</span>
              <span className={classes.what}>
                {hint.wording}
                {hint.copied ? (
                  <span className={classes.quiet}>{t(`hints.copied.${hint.copied}`)}</span>
                ) : null}
                <HintGround {...hint} />
                <StateMark quiet tone={tones[hint.state]} word={t(`review.desk.hintState.${hint.state}`)} />
                {hint.answer ? <span className={classes.quiet}>{hint.answer.note}</span> : null}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {chosen ? <BaselineNote baseline={desk.baseline} hint={chosen} zone={zone} /> : null}
      {chosen && desk.review.reviewedAt === null ? (
        <BeginningPictures review={desk.review.id} viewer={viewer} zone={zone} />
      ) : null}
      {ordered.length > 0 ? (
        <Bar>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
            aria-keyshortcuts="P"
            onClick={() => onStep(-1)}
          >
            {t('review.desk.previous')}
          </Button>
          <Button
            variant="default"
            size="compact-md"
            rightSection={<IconArrowRight size={16} aria-hidden />}
            aria-keyshortcuts="N"
            onClick={() => onStep(1)}
          >
            {t('review.desk.next')}
          </Button>
        </Bar>
      ) : null}
      {working ? (
        <Bar>
          {chosen?.state === 'open' ? (
            <Button
              variant="default"
              aria-keyshortcuts="X"
              leftSection={<IconX size={18} aria-hidden />}
              onClick={() => onJudge('dismiss')}
            >
              {t('review.desk.dismiss')}
            </Button>
          ) : null}
          <Button
            aria-keyshortcuts="V"
            leftSection={<IconFlag size={18} aria-hidden />}
            onClick={() => onJudge('mark')}
          >
            {t(chosen?.state === 'open' ? 'review.desk.mark' : 'review.desk.markHere')}
          </Button>
        </Bar>
      ) : null}
    </Rows>
  )
}
