import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconInfoCircle,
  IconExclamationCircle,
  type TablerIcon,
} from '@tabler/icons-react'

/** State is always icon + word + colour, never colour alone. */
export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'idle'

export const toneIcon = {
  ok: IconCircleCheck,
  warn: IconAlertTriangle,
  bad: IconExclamationCircle,
  info: IconInfoCircle,
  idle: IconCircleDashed,
} as const satisfies Record<Tone, TablerIcon>
