import type { Id } from '@ochno/domain/ids'

export type Ids = {
  readonly make: <Tag extends string>(tag: Tag) => Id<Tag>
  readonly random: (bytes: number) => Uint8Array
}
