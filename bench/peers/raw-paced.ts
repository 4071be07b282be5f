// The floor for a recording at its own pace: one process, no network, write + fdatasync of each fragment as it comes.
// Arguments: file, streams, bytes, seconds between fragments of a stream, seconds to measure. Prints CPU seconds and fragments.
import { createCipheriv } from 'node:crypto'
import { open } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'

const [path = '', ...numbers] = process.argv.slice(2)
const [streams = 0, bytes = 0, everyS = 0, seconds = 0] = numbers.map(Number)
const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16))
const bodies = Array.from({ length: 24 }, () => cipher.update(Buffer.alloc(bytes)))
const file = await open(path, 'a')
let [written, over] = [0, false]
const running = Array.from({ length: streams }, async (_, i) => {
  await pause((i / streams) * everyS * 1000)
  for (let k = 1, began = performance.now(); !over; k++) {
    await file.write(bodies[(i + k) % bodies.length] as Buffer)
    await file.datasync()
    written++
    await pause(Math.max(0, began + k * everyS * 1000 - performance.now()))
  }
})
await pause(everyS * 1000)
const [before, counted] = [process.cpuUsage(), written]
await pause(seconds * 1000)
const { user, system } = process.cpuUsage(before)
console.log(JSON.stringify({ cpuS: (user + system) / 1e6, fragments: written - counted }))
over = true
await Promise.all(running)
await file.close()
