import { fullRateKbps } from '@ochno/domain/recording/rates'
import { expect, test } from 'vitest'
import { levels } from './ladder.ts'

test('what an exam is planned with is what the recorder sends at full quality', () => {
  const [full] = levels
  expect(fullRateKbps).toEqual({
    camera: full?.cam.kbps,
    screen: full?.screen.kbps,
    sound: full?.audioKbps,
  })
})
