import { Button, Progress } from '@mantine/core'
import { cancelImport, readImport } from '@ochno/contract/people-import'
import { useTranslation } from 'react-i18next'
import type { ReplyOf } from '../../api/client.ts'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import classes from './people.module.css'

type Running = NonNullable<ReplyOf<typeof readImport>['running']>

/** Of these steps the writing alone can be counted; it takes nearly all of the time. */
const shareOf = ({ step, done, total }: Running): number =>
  step === 'reading' ? 3 : step === 'checking' ? 8 : 10 + (total === 0 ? 0 : Math.floor((90 * done) / total))

/** What the server says of the file it is at work on. `applies`: null when the page was opened anew and can not know. */
export function ImportProgress({ running, applies }: { running: Running | null; applies: boolean | null }) {
  const { t } = useTranslation()
  const cancelling = useDo(cancelImport, [readImport])
  const step = running?.step ?? 'reading'
  const word =
    step === 'writing'
      ? t(applies === false ? 'people.import.steps.trying' : 'people.import.steps.writing', {
          done: running?.done ?? 0,
          total: running?.total ?? 0,
        })
      : t(`people.import.steps.${step}`)
  return (
    <Rows gap="sm">
      <Progress.Root size="lg">
        <Progress.Section value={running ? shareOf(running) : 1} aria-label={t('people.import.progress')} />
      </Progress.Root>
      <p role="status" className={classes.line}>
        {word}
      </p>
      <Bar>
        <Button variant="default" loading={cancelling.busy} onClick={() => void cancelling.run({})}>
          {t('people.import.cancel')}
        </Button>
      </Bar>
      {cancelling.failure && cancelling.failure.code !== 'not_found' ? (
        <FailureNotice failure={cancelling.failure} />
      ) : null}
    </Rows>
  )
}
