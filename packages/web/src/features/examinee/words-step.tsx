import { Button, Checkbox } from '@mantine/core'
import type { DoorStepView } from '@ochno/contract/door'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bar, Rows } from '../../ui/page.tsx'
import classes from './door-steps.module.css'

/** The words of the act, and one tick that is never there beforehand. */
export function WordsStep({
  step,
  busy,
  onAccept,
}: {
  step: DoorStepView
  busy: boolean
  onAccept: () => void
}) {
  const { t } = useTranslation()
  const [ticked, setTicked] = useState(false)
  const text = useId()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is ticked anew.
  useEffect(() => setTicked(false), [step.id])
  const accept = t(step.id === 'owner' ? 'door.words.acceptOwner' : 'door.words.accept')
  return (
    <Rows>
      {/* Keyboards scroll it: a region of its own that takes the focus. */}
      <section
        id={text}
        className={classes.words}
        aria-label={t('door.words.text')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls by the keyboard too.
        tabIndex={0}
      >
        {step.words.length === 0 ? (
          <p>{t('door.words.none')}</p>
        ) : (
          step.words.map(({ clause, text: words }, index) => (
            <p key={`${clause} ${words}`}>
              {clause === step.words[index - 1]?.clause ? null : (
                <span className={classes.clause}>{t('door.clause', { clause })}</span>
              )}
              {words}
            </p>
          ))
        )}
      </section>
      <Checkbox
        size="md"
        label={accept}
        aria-describedby={text}
        checked={ticked}
        onChange={(event) => setTicked(event.currentTarget.checked)}
      />
      <Bar>
        <Button
          leftSection={<IconCheck size={18} aria-hidden />}
          disabled={!ticked}
          loading={busy}
          onClick={onAccept}
        >
          {t('door.words.go')}
        </Button>
      </Bar>
    </Rows>
  )
}
