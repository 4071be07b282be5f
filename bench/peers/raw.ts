// The floor: one process that writes the same bodies to one file, each followed by fdatasync. Prints its CPU seconds.
import { createCipheriv } from 'node:crypto'
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'

const [path = '', count = '0', size = '0'] = process.argv.slice(2)
const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16))
const bodies = Array.from({ length: 24 }, () => cipher.update(Buffer.alloc(Number(size))))
const file = openSync(path, 'a')
const before = process.cpuUsage()
for (let i = 0; i < Number(count); i++) {
  writeSync(file, bodies[i % bodies.length] as Buffer)
  fdatasyncSync(file)
}
const { user, system } = process.cpuUsage(before)
closeSync(file)
console.log((user + system) / 1e6)
