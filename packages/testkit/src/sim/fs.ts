// node:fs/promises as the spool and its block files see it, over the forgetful disk and in virtual time. hooks.ts puts it in the place of the real one.
import { constants } from 'node:fs'
import type { Disk, File } from './disk.ts'
import type { Life, World } from './world.ts'

type Mounted = {
  readonly world: World
  readonly disk: Disk
  readonly life: () => Life
  readonly faults: () => DiskFaults
}
export type DiskFaults = { readonly ms: number; readonly eio: number }

let mounted: Mounted

/** The process that calls from now on; one server runs at a time. */
export const mount = (what: Mounted): void => {
  mounted = what
}

const act = <T>(effect: (disk: Disk) => T): Promise<T> =>
  mounted.world.does(mounted.life(), mounted.faults().ms, () => effect(mounted.disk))

const fault = (code: string) => Object.assign(new Error(code), { code })
const failing = () => mounted.world.rng.chance(mounted.faults().eio)

export const mkdir = (path: string): Promise<void> => act((disk) => void disk.folder(path))
export const readdir = (path: string): Promise<string[]> => act((disk) => [...disk.folder(path).names.keys()])
export const rm = (path: string): Promise<void> => act((disk) => void disk.unlink(path))

export function open(path: string, flags: string | number): Promise<unknown> {
  return act((disk) => {
    const found = disk.find(path)
    if (typeof flags === 'number' && flags & constants.O_EXCL) {
      if (found) throw fault('EEXIST')
      return handle(disk.create(path))
    }
    return found ? handle(found) : folderHandle(path)
  })
}

function handle(file: File) {
  return {
    write: (from: Uint8Array, at: number, length: number, position: number) =>
      act((disk) => {
        if (failing()) throw fault('EIO')
        disk.write(file, position, from.subarray(at, at + length))
        return { bytesWritten: length }
      }),
    datasync: () =>
      act((disk) => {
        if (failing()) {
          // The kernel drops the pages it could not write and says so once.
          disk.truncate(file, file.durable.length)
          throw fault('EIO')
        }
        disk.sync(file)
      }),
    read: (into: Uint8Array, at: number, length: number, position: number) =>
      act(() => {
        const bytes = file.bytes.subarray(position, position + length)
        into.set(bytes, at)
        return { bytesRead: bytes.length }
      }),
    close: () => act(() => undefined),
  }
}

const folderHandle = (path: string) => ({
  sync: () => act((disk) => disk.syncFolder(path)),
  close: () => act(() => undefined),
})
