import { Button } from '@mantine/core'
import { listMyConsents } from '@ochno/contract/consents'
import { guardsEntry } from '@ochno/domain/consent/demand'
import { useTranslation } from 'react-i18next'
import { useLoad } from '../../api/load.ts'
import { Notice } from '../../ui/notice.tsx'

/** Whose answer is missing before anybody may be recorded; where nothing is asked or all is given, nothing. */
export function MyConsentCard() {
  const { t } = useTranslation()
  const load = useLoad(listMyConsents, {}, { everyMs: 15_000 })
  if (load.is !== 'ready') return null
  const missing = load.value.people
    .filter(({ self }) => self)
    .flatMap(({ items }) => items)
    .find(({ kind, standing, state }) => guardsEntry(kind) && standing.is === 'awaited' && state !== 'active')
  if (!missing) return null
  const signed = new Set(missing.signatures.map(({ signer }) => signer))
  const left = missing.signers?.filter((signer) => !signed.has(signer)) ?? null
  const from =
    missing.state === 'scan_uploaded'
      ? 'original'
      : left === null
        ? 'office'
        : left.length > 1
          ? 'both'
          : (left[0] ?? 'office')
  return (
    <Notice
      tone="warn"
      live="status"
      title={t('consents.gate.title')}
      action={
        <Button component="a" href="/consents" variant="default" size="xs">
          {t('consents.gate.open')}
        </Button>
      }
    >
      {t(`consents.gate.from.${from}`)} {t('consents.gate.help')}
    </Notice>
  )
}
