import { readIdentityAnswer } from '@ochno/contract/identity-bridge'
import type { SessionId } from '@ochno/domain/ids'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { useMe } from '../../api/me.ts'
import { moment } from '../../ui/moment.ts'
import { Notice } from '../../ui/notice.tsx'

/** What a provider outside said, beside what the person shows: it helps the proctor and decides nothing alone. */
export function OutsideAnswer({ session }: { session: SessionId }) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const found = useLoad(readIdentityAnswer, { params: { sid: session } })
  const answer = found.is === 'ready' ? found.value.answer : null
  if (!answer || answer.result === 'asked') return null
  const zone = me.is === 'ready' ? me.value.institution.zone : 'UTC'
  return (
    <Notice
      tone={answer.result === 'positive' ? 'ok' : 'warn'}
      title={t(`identityBridge.proctor.${answer.result}`, { name: answer.provider })}
    >
      {t('identityBridge.proctor.text', {
        number: answer.transaction ?? '',
        at: moment(answer.at, zone, i18n.language),
      })}
    </Notice>
  )
}
