import { Button, Checkbox } from '@mantine/core'
import { acknowledgeRules, type CatalogueService, readCatalogue } from '@ochno/contract/service-catalogue'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../api/load.ts'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useDayOf } from './day.ts'
import classes from './services.module.css'

/** Read before the first use: the rules, what device it needs with a way to try one’s own (R0-3.3b), how to stay safe. */
export function RulesSheet({ one, onClose }: { one: CatalogueService; onClose: () => void }) {
  const { t } = useTranslation()
  const day = useDayOf()
  const agreeing = useDo(acknowledgeRules, [readCatalogue])
  const [agreed, setAgreed] = useState(false)
  const { name, rules, acknowledged } = one
  if (!rules) return null
  const isRead = acknowledged !== null && acknowledged >= rules.version
  const send = async () => {
    const answer = await agreeing.run({ params: { srv: one.id }, body: { version: rules.version } })
    if (answer.ok) onClose()
  }
  return (
    <Sheet title={t('services.notice.title', { name })} onClose={onClose} size="lg">
      <Rows>
        {agreeing.failure ? <FailureNotice failure={agreeing.failure} /> : null}
        <p className={classes.quiet}>
          {t('services.notice.edition', { version: rules.version, day: day(rules.at) })}
        </p>
        {(['text', 'requirements', 'protection'] as const).map((part) => (
          <section key={part}>
            <h3 className={classes.part}>{t(`services.notice.${part}`)}</h3>
            <p className={classes.told}>{rules[part]}</p>
          </section>
        ))}
        <Notice
          tone="info"
          title={t('services.notice.selfTest')}
          action={
            // By a full load: only under /exam a page may use devices.
            <Button component="a" href="/exam/equipment" variant="default">
              {t('services.notice.selfTestOpen')}
            </Button>
          }
        >
          {t('services.notice.selfTestText')}
        </Notice>
        {isRead ? (
          <p className={classes.quiet}>{t('services.notice.done')}</p>
        ) : (
          <>
            <Checkbox
              label={t('services.notice.agree')}
              checked={agreed}
              onChange={(event) => setAgreed(event.currentTarget.checked)}
            />
            <Bar>
              <Button disabled={!agreed} loading={agreeing.busy} onClick={() => void send()}>
                {t('services.notice.send')}
              </Button>
            </Bar>
          </>
        )}
      </Rows>
    </Sheet>
  )
}
