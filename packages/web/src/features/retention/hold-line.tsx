import { Button } from '@mantine/core'
import { type KeptLine, readRetention, releaseHold } from '@ochno/contract/retention'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { ClaimSheet } from './claim-sheet.tsx'
import { dayWords } from './day-words.ts'
import { LookAgainSheet } from './look-again-sheet.tsx'

export function HoldLine({ hold, may }: { hold: KeptLine['holds'][number]; may: boolean }) {
  const { t, i18n } = useTranslation()
  const release = useDo(releaseHold, [readRetention])
  const [asking, setAsking] = useState(false)
  const [keeping, setKeeping] = useState(false)
  const [deciding, setDeciding] = useState(false)
  return (
    <div>
      <p>
        {t('retention.holds.one', { reason: hold.reason, day: dayWords(hold.reviewOn, i18n.language) })}
        <br />
        {t('retention.holds.by', { name: hold.by })}
      </p>
      {hold.about ? <p>{t(`retention.claims.says.${hold.about}`, { claim: hold.claim })}</p> : null}
      {hold.blocks ? <StateMark quiet tone="bad" word={t('retention.holds.blocked')} /> : null}
      {hold.reviewDue ? <StateMark quiet tone="warn" word={t('retention.holds.due')} /> : null}
      {release.failure ? <FailureNotice failure={release.failure} /> : null}
      {may ? (
        <Button
          variant="subtle"
          size="compact-md"
          aria-label={t(hold.about ? 'retention.claims.decideOf' : 'retention.holds.releaseOf', {
            reason: hold.reason,
          })}
          onClick={() => (hold.about ? setDeciding(true) : setAsking(true))}
        >
          {t(hold.about ? 'retention.claims.decide' : 'retention.holds.release')}
        </Button>
      ) : null}
      {may && hold.reviewDue ? (
        <Button
          variant="default"
          size="compact-md"
          aria-label={t('retention.holds.againOf', { reason: hold.reason })}
          onClick={() => setKeeping(true)}
        >
          {t('retention.holds.again')}
        </Button>
      ) : null}
      {deciding && hold.about ? (
        <ClaimSheet hold={hold} about={hold.about} onClose={() => setDeciding(false)} />
      ) : null}
      {keeping ? <LookAgainSheet hold={hold} onClose={() => setKeeping(false)} /> : null}
      <Dialog
        opened={asking}
        title={t('retention.holds.releaseTitle')}
        confirm={t('retention.holds.release')}
        busy={release.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void release.run({ params: { hid: hold.id } }).then(() => setAsking(false))}
      >
        {t('retention.holds.releaseText')}
      </Dialog>
    </div>
  )
}
