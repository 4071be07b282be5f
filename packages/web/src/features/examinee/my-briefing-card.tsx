import { Button, Checkbox } from '@mantine/core'
import { acknowledgeBriefing, type MyBriefing, readMyBriefing } from '@ochno/contract/briefing'
import type { SessionId } from '@ochno/domain/ids'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo, useLoad } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Card, Rows } from '../../ui/page.tsx'
import classes from './my-briefing.module.css'

/** What the teacher tells before this exam; where the act does not ask for it and nobody held it, nothing. */
export function MyBriefingCard({ session }: { session: SessionId }) {
  const { t } = useTranslation()
  const load = useLoad(readMyBriefing, { params: { sid: session } }, { everyMs: 15_000 })
  if (load.is !== 'ready') return null
  const { asked, held, how } = load.value
  if (!held && !asked) return null
  if (!held)
    return (
      <Notice tone="warn" live="status" title={t('briefing.examinee.wait')}>
        {t('briefing.examinee.waitText')}
      </Notice>
    )
  if (how !== null)
    return (
      <Card title={t('briefing.examinee.title')}>
        <Rows>
          <Notice tone="ok" live="status" title={t(`briefing.examinee.${how}`)} />
          <details>
            <summary>{t('briefing.examinee.again')}</summary>
            <p className={classes.words}>{held.text}</p>
          </details>
        </Rows>
      </Card>
    )
  return <ToRead key={held.edition} session={session} held={held} />
}

function ToRead({ session, held }: { session: SessionId; held: NonNullable<MyBriefing['held']> }) {
  const { t } = useTranslation()
  const [ticked, setTicked] = useState(false)
  const confirming = useDo(acknowledgeBriefing, [readMyBriefing])
  return (
    <Card title={t('briefing.examinee.title')} lead={t('briefing.examinee.from', { name: held.by })}>
      <Rows>
        {confirming.failure ? <FailureNotice failure={confirming.failure} /> : null}
        {/* Keyboards scroll it: a region of its own that takes the focus. */}
        <section
          className={classes.words}
          aria-label={t('briefing.examinee.text')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls by the keyboard too.
          tabIndex={0}
        >
          {held.text}
        </section>
        <Checkbox
          size="md"
          label={t('briefing.examinee.tick')}
          checked={ticked}
          onChange={(event) => setTicked(event.currentTarget.checked)}
        />
        <Bar>
          <Button
            leftSection={<IconCheck size={18} aria-hidden />}
            disabled={!ticked}
            loading={confirming.busy}
            onClick={() => void confirming.run({ params: { sid: session }, body: { edition: held.edition } })}
          >
            {t('briefing.examinee.confirm')}
          </Button>
        </Bar>
      </Rows>
    </Card>
  )
}
