// The few bytes of RTP, RTCP and VP8 that a forwarding server reads or writes itself (RFC 3550, 4585, 7741).

export const isRtcp = (packet: Buffer): boolean =>
  packet.length >= 2 && (packet[1] as number) >= 192 && (packet[1] as number) <= 223

export const seqOf = (packet: Buffer): number => packet.readUInt16BE(2)
export const timestampOf = (packet: Buffer): number => packet.readUInt32BE(4)
export const ssrcOf = (packet: Buffer): number => packet.readUInt32BE(8)

export const u16 = (value: number): number => value & 0xffff
export const u32 = (value: number): number => value >>> 0

/** Where the payload begins: behind contributing sources and the header extension. */
function payloadAt(packet: Buffer): number {
  const first = packet[0] as number
  const at = 12 + 4 * (first & 15)
  return first & 0x10 && packet.length >= at + 4 ? at + 4 + 4 * packet.readUInt16BE(at + 2) : at
}

/** The first packet of a picture that needs no other picture. */
export function beginsKeyframe(packet: Buffer): boolean {
  const descriptor = payloadAt(packet)
  if (packet.length <= descriptor + 1) return false
  const first = packet[descriptor] as number
  const begins = (first & 0x10) !== 0 && (first & 7) === 0
  let at = descriptor + 1
  if (first & 0x80) {
    const more = packet[at++] ?? 0
    if (more & 0x80) at += (packet[at] ?? 0) & 0x80 ? 2 : 1
    if (more & 0x40) at++
    if (more & 0x30) at++
  }
  return begins && at < packet.length && ((packet[at] as number) & 1) === 0
}

/** Generic NACK: asks the sender for packets that did not come. */
export function nack(media: number, seqs: readonly number[]): Buffer {
  const packet = Buffer.alloc(12 + 4 * seqs.length)
  packet[0] = 0x81
  packet[1] = 205
  packet.writeUInt16BE(2 + seqs.length, 2)
  packet.writeUInt32BE(1, 4)
  packet.writeUInt32BE(media, 8)
  seqs.forEach((seq, index) => {
    packet.writeUInt32BE(u32(seq << 16), 12 + 4 * index)
  })
  return packet
}

/** A receiver that lost its picture says so with PLI (1) or FIR (4). */
export function asksForKeyframe(compound: Buffer): boolean {
  for (let at = 0; at + 4 <= compound.length; ) {
    const format = (compound[at] as number) & 31
    if (compound[at + 1] === 206 && (format === 1 || format === 4)) return true
    at += 4 * (compound.readUInt16BE(at + 2) + 1)
  }
  return false
}
