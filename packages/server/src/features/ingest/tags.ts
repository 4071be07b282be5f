// ING-31: what a segment is remembered by. Each stored record ends with the tag of its own encryption, which no other bytes
// have; so the hash of the tags stands for all of them, and the bytes are not hashed a second time on their way.
const TAG = 16

export function tagsOf(bytes: Uint8Array, stored: readonly number[]): Uint8Array {
  const tags = new Uint8Array(TAG * stored.length)
  let at = 0
  for (const [i, length] of stored.entries()) {
    at += length
    tags.set(bytes.subarray(at - TAG, at), i * TAG)
  }
  return tags
}
