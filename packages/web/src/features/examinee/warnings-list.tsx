import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../ui/notice.tsx'
import { Rows } from '../../ui/page.tsx'
import type { Tone } from '../../ui/tone.ts'
import type { WarningCode, WarningView } from './recording-view.ts'

const tones = {
  camera_lost: 'bad',
  microphone_lost: 'bad',
  screen_ended: 'bad',
  screen_not_whole: 'bad',
  camera_silent: 'warn',
  microphone_silent: 'info',
  screen_silent: 'warn',
  encoder_failed: 'warn',
  storage_low: 'warn',
  storage_full: 'bad',
  storage_missing: 'warn',
  storage_lost: 'warn',
  outbox_plain: 'info',
  receipt_invalid: 'info',
  receipt_mismatch: 'info',
  server_lost_records: 'info',
  signed_out: 'warn',
  lease_taken: 'bad',
  slow_network: 'info',
  audio_unavailable: 'warn',
} as const satisfies Record<WarningCode, Tone>

/** Warnings that one press can settle, and the word of that press. */
const actions = {
  camera_lost: 'exam.warnings.camera_lost.action',
  microphone_lost: 'exam.warnings.microphone_lost.action',
  screen_ended: 'exam.warnings.screen_ended.action',
  screen_not_whole: 'exam.warnings.screen_not_whole.action',
  signed_out: 'exam.warnings.signed_out.action',
} as const

export type Fixable = keyof typeof actions

const isFixable = (code: WarningView['code']): code is Fixable => code in actions

/** Calm words for everything the recorder may notice: what happened, what is safe, what to do. */
export function WarningsList({
  warnings,
  onFix,
}: {
  warnings: readonly WarningView[]
  onFix: (code: Fixable) => void
}) {
  const { t } = useTranslation()
  if (!warnings.length) return null
  return (
    <Rows gap="sm">
      {warnings.map((warning) => {
        const { code } = warning
        if (code === 'other')
          return (
            <Notice key={warning.raw} tone="info" live="status" title={t('exam.warnings.other.title')}>
              {t('exam.warnings.other.text', { code: warning.raw })}
            </Notice>
          )
        return (
          <Notice
            key={code}
            tone={tones[code]}
            live={tones[code] === 'bad' ? 'alert' : 'status'}
            title={t(`exam.warnings.${code}.title`)}
            action={isFixable(code) ? <Button onClick={() => onFix(code)}>{t(actions[code])}</Button> : null}
          >
            {code === 'storage_low'
              ? t('exam.warnings.storage_low.text', { minutes: warning.minutes ?? 0 })
              : t(`exam.warnings.${code}.text`)}
          </Notice>
        )
      })}
    </Rows>
  )
}
