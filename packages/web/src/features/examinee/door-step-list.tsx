import { Button } from '@mantine/core'
import type { DoorStepView, DoorView } from '@ochno/contract/door'
import { useTranslation } from 'react-i18next'
import { Card } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'
import classes from './door-steps.module.css'

type Standing = 'done' | 'now' | 'later' | 'again' | 'elsewhere'

const tones = {
  done: 'ok',
  now: 'info',
  later: 'idle',
  again: 'warn',
  elsewhere: 'info',
} as const satisfies Record<Standing, Tone>

const standing = (step: DoorStepView, current: string | null, door: DoorView): Standing =>
  step.kind === 'elsewhere'
    ? step.done
      ? 'done'
      : 'elsewhere'
    : step.id === current
      ? 'now'
      : step.done
        ? 'done'
        : door.said?.is === 'again' && door.said.steps.includes(step.id)
          ? 'again'
          : 'later'

/** All steps at once, so that nobody wonders how many are left; what is done can be shown anew. */
export function DoorStepList({
  door,
  current,
  onChoose,
}: {
  door: DoorView
  current: string | null
  onChoose: (step: DoorStepView['id']) => void
}) {
  const { t } = useTranslation()
  return (
    <Card title={t('door.list')}>
      <ol className={classes.list}>
        {door.steps.map((step, index) => {
          const is = standing(step, current, door)
          return (
            <li key={step.id} aria-current={is === 'now' ? 'step' : undefined}>
              <span className={classes.number} aria-hidden>
                {index + 1}
              </span>
              <span className={classes.name}>{t(`door.steps.${step.id}.name`)}</span>
              <StateMark quiet tone={tones[is]} word={t(`door.state.${is}`)} />
              {is === 'done' && (step.kind === 'picture' || step.kind === 'sound') ? (
                <Button variant="subtle" size="compact-sm" onClick={() => onChoose(step.id)}>
                  {t('door.redo')}
                </Button>
              ) : null}
            </li>
          )
        })}
      </ol>
    </Card>
  )
}
