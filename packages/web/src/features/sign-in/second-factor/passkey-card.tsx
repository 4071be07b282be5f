import { Button, TextInput } from '@mantine/core'
import {
  addPasskey,
  beginPasskey,
  readSecondFactor,
  removePasskey,
  type SecondFactorView,
} from '@ochno/contract/second-factor'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDo } from '../../../api/load.ts'
import { FailureNotice } from '../../../ui/failure-notice.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Card, Rows } from '../../../ui/page.tsx'
import { ShownAt } from './shown-at.tsx'
import classes from './factor.module.css'
import { canPasskeys, makePasskey } from '../../../api/passkeys.ts'

type Props = {
  readonly view: SecondFactorView
  readonly onMade: (recovery: readonly string[] | null) => void
}

export function PasskeyCard({ view, onMade }: Props) {
  const { t } = useTranslation()
  return (
    <Card title={t('secondFactor.passkey.title')} lead={t('secondFactor.passkey.lead')}>
      <Rows>
        {view.passkeys.length > 0 ? <Known view={view} /> : null}
        {!view.passkeysPossible ? (
          <Notice tone="info" title={t('secondFactor.passkey.impossible')} />
        ) : canPasskeys() ? (
          <NewPasskey onMade={onMade} />
        ) : (
          <Notice tone="info" title={t('secondFactor.passkey.noSupport')} />
        )}
      </Rows>
    </Card>
  )
}

function NewPasskey({ onMade }: Pick<Props, 'onMade'>) {
  const { t } = useTranslation()
  const beginning = useDo(beginPasskey)
  const adding = useDo(addPasskey, [readSecondFactor])
  const [name, setName] = useState('')
  const [cancelled, setCancelled] = useState(false)
  const make = async (event: FormEvent) => {
    event.preventDefault()
    setCancelled(false)
    const begun = await beginning.run({})
    if (!begun.ok) return
    const credential = await makePasskey(begun.body.options)
    if (!credential) return setCancelled(true)
    const added = await adding.run({ body: { name: name.trim(), credential } })
    if (!added.ok) return
    setName('')
    onMade(added.body.recovery)
  }
  const failure = beginning.failure ?? adding.failure
  return (
    <form onSubmit={(event) => void make(event)}>
      <Rows>
        {failure ? <FailureNotice failure={failure} /> : null}
        {cancelled ? <Notice tone="warn" live="alert" title={t('secondFactor.passkey.cancelled')} /> : null}
        <TextInput
          size="md"
          label={t('secondFactor.passkey.name')}
          placeholder={t('secondFactor.passkey.namePlaceholder')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={60}
          required
          withAsterisk={false}
        />
        <div>
          <Button type="submit" size="md" loading={beginning.busy || adding.busy} disabled={!name.trim()}>
            {t('secondFactor.passkey.add')}
          </Button>
        </div>
      </Rows>
    </form>
  )
}

function Known({ view }: { view: SecondFactorView }) {
  const { t } = useTranslation()
  const removing = useDo(removePasskey, [readSecondFactor])
  return (
    <>
      {removing.failure ? <FailureNotice failure={removing.failure} /> : null}
      <ul className={classes.known}>
        {view.passkeys.map(({ id, name, createdAt, usedAt }) => (
          <li key={id} className={classes.one}>
            <span className={classes.name}>{name}</span>
            <span className={classes.when}>
              {t('secondFactor.passkey.since')} <ShownAt at={createdAt} />
              {' · '}
              {usedAt ? (
                <>
                  {t('secondFactor.passkey.used')} <ShownAt at={usedAt} />
                </>
              ) : (
                t('secondFactor.passkey.neverUsed')
              )}
            </span>
            <Button
              variant="default"
              loading={removing.busy}
              aria-label={t('secondFactor.passkey.removeThis', { name })}
              onClick={() => void removing.run({ params: { id } })}
            >
              {t('secondFactor.passkey.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
