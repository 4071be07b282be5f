import type { KeptLine } from '@ochno/contract/retention'
import { useTranslation } from 'react-i18next'
import { StateMark } from '../../ui/state-mark.tsx'
import { dayWords } from './day-words.ts'

export function Whose({ row }: { row: KeptLine }) {
  const { t, i18n } = useTranslation()
  return (
    <>
      <strong>{row.examinee}</strong>
      <br />
      {row.exam}
      {row.withdrawnOn ? (
        <>
          <br />
          <StateMark
            quiet
            tone="warn"
            word={t('retention.kept.withdrawn', { day: dayWords(row.withdrawnOn, i18n.language) })}
          />
        </>
      ) : null}
      {row.stopped ? (
        <>
          <br />
          <StateMark quiet tone="bad" word={t('retention.kept.stopped')} />
        </>
      ) : null}
    </>
  )
}
