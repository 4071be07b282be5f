// A disk with the manners of losefs.py in memory: what was not fsynced is forgotten by a power cut, names included.

// The bytes of a file are never changed in place: a write makes new ones, so that what is durable may be the same array.
export type File = { readonly ino: number; bytes: Uint8Array<ArrayBuffer>; durable: Uint8Array<ArrayBuffer> }
type Folder = { names: Map<string, File>; durable: Map<string, File> }

export class Disk {
  readonly #folders = new Map<string, Folder>()
  #last = 0

  folder(path: string): Folder {
    const found = this.#folders.get(path)
    if (found) return found
    const made = { names: new Map<string, File>(), durable: new Map<string, File>() }
    this.#folders.set(path, made)
    return made
  }

  find(path: string): File | undefined {
    const [folder, name] = split(path)
    return this.folder(folder).names.get(name)
  }

  create(path: string): File {
    const [folder, name] = split(path)
    const made = { ino: ++this.#last, bytes: new Uint8Array(0), durable: new Uint8Array(0) }
    this.folder(folder).names.set(name, made)
    return made
  }

  write(file: File, at: number, bytes: Uint8Array): void {
    if (file.bytes.length < at + bytes.length) {
      const grown = new Uint8Array(at + bytes.length)
      grown.set(file.bytes)
      file.bytes = grown
    } else file.bytes = file.bytes.slice()
    file.bytes.set(bytes, at)
  }

  truncate(file: File, length: number): void {
    const cut = new Uint8Array(length)
    cut.set(file.bytes.subarray(0, length))
    file.bytes = cut
  }

  sync(file: File): void {
    file.durable = file.bytes
  }

  syncFolder(path: string): void {
    const folder = this.folder(path)
    folder.durable = new Map(folder.names)
  }

  rename(from: string, to: string): void {
    const [folder, name] = split(from)
    const file = this.find(from)
    if (!file) throw new Error(`no file ${from}`)
    this.folder(folder).names.delete(name)
    const [target, wanted] = split(to)
    this.folder(target).names.set(wanted, file)
  }

  unlink(path: string): boolean {
    const [folder, name] = split(path)
    return this.folder(folder).names.delete(name)
  }

  /** `keep` decides how much of a file's unsynced tail happens to have reached the platter. */
  cut(keep: (unsynced: number) => number = () => 0): void {
    for (const folder of this.#folders.values()) {
      for (const file of new Set([...folder.names.values(), ...folder.durable.values()])) {
        const { length } = file.durable
        const torn = file.bytes.subarray(length, length + keep(Math.max(0, file.bytes.length - length)))
        if (torn.length > 0) {
          const grown = new Uint8Array(length + torn.length)
          grown.set(file.durable)
          grown.set(torn, length)
          file.durable = grown
        }
        file.bytes = file.durable
      }
      folder.names = new Map(folder.durable)
    }
  }
}

const split = (path: string): [string, string] => {
  const at = path.lastIndexOf('/')
  return [path.slice(0, at), path.slice(at + 1)]
}
