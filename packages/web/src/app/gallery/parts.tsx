import { Button } from '@mantine/core'
import { IconInbox } from '@tabler/icons-react'
import { CheckList, CheckRow } from '../../ui/check-row.tsx'
import { CopyLine } from '../../ui/copy-line.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { Empty } from '../../ui/empty.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { LevelMeter } from '../../ui/level-meter.tsx'
import { LoadView } from '../../ui/load-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Bar, Rows } from '../../ui/page.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import type { Tone } from '../../ui/tone.ts'
import { When } from '../../ui/when.tsx'
import type { Specimens } from './specimens.ts'

const tones: readonly Tone[] = ['ok', 'info', 'warn', 'bad', 'idle']

export const partSpecimens: Specimens = {
  'state-mark': () => (
    <Bar>
      {tones.map((tone) => (
        <StateMark key={tone} tone={tone} word={`Состояние ${tone}`} />
      ))}
    </Bar>
  ),
  notice: () => (
    <Rows gap="sm">
      {tones.map((tone) => (
        <Notice key={tone} tone={tone} title="Что произошло" action={<Button size="xs">Сделать</Button>}>
          Что сохранено и что сделать.
        </Notice>
      ))}
    </Rows>
  ),
  failure: () => (
    <FailureNotice failure={{ code: 'offline', sentence: null, support: 'req_k3m5', status: 0 } as never} />
  ),
  loading: () => <LoadView load={{ is: 'loading' }}>{() => null}</LoadView>,
  empty: () => (
    <Empty icon={IconInbox} title="Пока пусто" action={<Button>Создать первое</Button>}>
      Что здесь появится и с чего начать.
    </Empty>
  ),
  'copy-line': () => (
    <CopyLine label="Одноразовая ссылка" value="https://ochno.school.example/invite#k3m5x2" />
  ),
  countdown: () => (
    <Bar>
      <Countdown leftMs={3_909_000} label="Осталось времени" />
      <Countdown leftMs={249_000} label="Осталось времени" />
    </Bar>
  ),
  'level-meter': () => (
    <Rows>
      {[0, 0.3, 1].map((level) => (
        <LevelMeter key={level} level={level} label="Громкость микрофона" />
      ))}
    </Rows>
  ),
  checks: () => (
    <CheckList label="Проверка">
      <CheckRow name="Камера" tone="ok" word="Готово" text="HD Camera" />
      <CheckRow name="Микрофон" tone="info" word="Проверяем…" busy />
      <CheckRow name="Экран" tone="bad" word="Не готово" text="Выбрано окно, а нужен весь экран." />
    </CheckList>
  ),
  when: () => (
    <Rows gap="sm">
      <When at="2026-11-21T07:00:00Z" zone="Europe/Moscow" here="Europe/Moscow" />
      <When at="2026-11-21T07:00:00Z" zone="Europe/Moscow" here="Asia/Vladivostok" />
    </Rows>
  ),
}
