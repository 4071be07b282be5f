import { Button, TextInput } from '@mantine/core'
import {
  beginAuthenticator,
  confirmAuthenticator,
  readSecondFactor,
  removeAuthenticator,
  type SecondFactorView,
} from '@ochno/contract/second-factor'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../../api/load.ts'
import { CopyLine } from '../../../ui/copy-line.tsx'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { Bar, Card, Rows } from '../../../ui/page.tsx'
import { ShownAt } from './shown-at.tsx'
import { QrPicture } from '../../../ui/qr-picture.tsx'

type Props = {
  readonly view: SecondFactorView
  readonly onMade: (recovery: readonly string[] | null) => void
}

export function AppCard({ view, onMade }: Props) {
  const { t } = useTranslation()
  const beginning = useDo(beginAuthenticator)
  const removing = useDo(removeAuthenticator, [readSecondFactor])
  const [begun, setBegun] = useState<{ readonly key: string; readonly uri: string } | null>(null)
  const begin = async () => {
    const answer = await beginning.run({})
    if (answer.ok) setBegun(answer.body)
  }
  const failure = beginning.failure ?? removing.failure
  return (
    <Card title={t('secondFactor.app.title')} lead={t('secondFactor.app.lead')}>
      <Rows>
        {failure ? <FailureNotice failure={failure} /> : null}
        {view.authenticatorSince ? (
          <p>
            {t('secondFactor.app.since')} <ShownAt at={view.authenticatorSince} />
          </p>
        ) : null}
        {begun ? (
          <Confirm
            secret={begun.key}
            uri={begun.uri}
            onMade={(recovery) => {
              setBegun(null)
              onMade(recovery)
            }}
          />
        ) : (
          <Bar>
            <Button
              size="md"
              variant={view.authenticatorSince ? 'default' : 'filled'}
              onClick={() => void begin()}
              loading={beginning.busy}
            >
              {t(view.authenticatorSince ? 'secondFactor.app.again' : 'secondFactor.app.begin')}
            </Button>
            {view.authenticatorSince ? (
              <Button
                size="md"
                variant="default"
                onClick={() => void removing.run({})}
                loading={removing.busy}
              >
                {t('secondFactor.app.remove')}
              </Button>
            ) : null}
          </Bar>
        )}
      </Rows>
    </Card>
  )
}

type Begun = {
  readonly secret: string
  readonly uri: string
  readonly onMade: Props['onMade']
}

function Confirm({ secret, uri, onMade }: Begun) {
  const { t } = useTranslation()
  const confirming = useDo(confirmAuthenticator, [readSecondFactor])
  const [code, setCode] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const answer = await confirming.run({ body: { code } })
    setCode('')
    if (answer.ok) onMade(answer.body.recovery)
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Rows>
        <p>{t('secondFactor.app.scan')}</p>
        <QrPicture text={uri} label={t('secondFactor.app.picture')} />
        <p>{t('secondFactor.app.byHand')}</p>
        <CopyLine label={t('secondFactor.app.key')} value={secret} />
        {confirming.failure ? <FailureNotice failure={confirming.failure} /> : null}
        <TextInput
          size="md"
          label={t('secondFactor.app.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          maxLength={7}
          required
          withAsterisk={false}
        />
        <div>
          <Button type="submit" size="md" loading={confirming.busy} disabled={code.trim().length < 6}>
            {t('secondFactor.app.confirm')}
          </Button>
        </div>
      </Rows>
    </form>
  )
}
