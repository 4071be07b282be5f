import { Button, TextInput } from '@mantine/core'
import { askPasskey, passSecondFactor, type SecondFactorView } from '@ochno/contract/second-factor'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../../api/load.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Card, Rows } from '../../../ui/page.tsx'
import { canPasskeys, showPasskey } from '../../../api/passkeys.ts'

type Props = { readonly view: SecondFactorView; readonly onPassed: () => void }

export function ShowFactor({ view, onPassed }: Props) {
  const { t } = useTranslation()
  return (
    <Rows>
      {view.passkeys.length > 0 && view.passkeysPossible && canPasskeys() ? (
        <ByPasskey onPassed={onPassed} />
      ) : null}
      <ByCode onPassed={onPassed} />
      <Notice tone="info" title={t('secondFactor.due.lost')}>
        {t('secondFactor.due.lostText')}
      </Notice>
    </Rows>
  )
}

function ByPasskey({ onPassed }: { onPassed: () => void }) {
  const { t } = useTranslation()
  const asking = useDo(askPasskey)
  const passing = useDo(passSecondFactor)
  const [cancelled, setCancelled] = useState(false)
  const show = async () => {
    setCancelled(false)
    const asked = await asking.run({})
    if (!asked.ok) return
    const credential = await showPasskey(asked.body.options)
    if (!credential) return setCancelled(true)
    const passed = await passing.run({ body: { credential } })
    if (passed.ok) onPassed()
  }
  const failure = asking.failure ?? passing.failure
  return (
    <Card title={t('secondFactor.due.passkey')} lead={t('secondFactor.due.passkeyText')}>
      <Rows>
        {failure ? <FailureNotice failure={failure} /> : null}
        {cancelled ? <Notice tone="warn" live="alert" title={t('secondFactor.passkey.notShown')} /> : null}
        <div>
          <Button size="md" onClick={() => void show()} loading={asking.busy || passing.busy}>
            {t('secondFactor.due.passkeyDo')}
          </Button>
        </div>
      </Rows>
    </Card>
  )
}

function ByCode({ onPassed }: { onPassed: () => void }) {
  const { t } = useTranslation()
  const passing = useDo(passSecondFactor)
  const [code, setCode] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const passed = await passing.run({ body: { code } })
    setCode('')
    if (passed.ok) onPassed()
  }
  return (
    <Card>
      <form onSubmit={(event) => void submit(event)}>
        <Rows>
          {passing.failure ? <FailureNotice failure={passing.failure} /> : null}
          <TextInput
            size="md"
            label={t('secondFactor.due.code')}
            description={t('secondFactor.due.codeHint')}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            required
            withAsterisk={false}
            maxLength={20}
          />
          <div>
            <Button type="submit" size="md" loading={passing.busy} disabled={code.trim().length < 6}>
              {t('secondFactor.due.codeDo')}
            </Button>
          </div>
        </Rows>
      </form>
    </Card>
  )
}
