import { Button, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { FailureNotice, type FailureWords } from '../../ui/failure-notice.tsx'
import { Rows } from '../../ui/page.tsx'

/** TR-47: an act and its reason; what was sent is cleared, what was refused stays to be mended. */
export function WithReason({
  failure,
  busy,
  label,
  description,
  submit,
  icon,
  onSend,
  children,
}: {
  readonly failure: FailureWords | null
  readonly busy: boolean
  readonly label: string
  readonly description?: string
  readonly submit: string
  readonly icon: ReactNode
  /** Whether it was taken. */
  readonly onSend: (reason: string) => Promise<boolean>
  readonly children: ReactNode
}) {
  const [reason, setReason] = useState('')
  const send = async () => {
    if (await onSend(reason)) setReason('')
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Rows gap="sm">
        {failure ? <FailureNotice failure={failure} /> : null}
        {children}
        <Textarea
          label={label}
          description={description}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={1_000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" loading={busy} disabled={!reason.trim()} leftSection={icon}>
          {submit}
        </Button>
      </Rows>
    </form>
  )
}
