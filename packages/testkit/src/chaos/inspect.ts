// What is really there after a run: rows from the database, bytes from the spool and the objects, everything decrypted and hashed.
import { join } from 'node:path'
import { openKeyFiles } from '@ochno/server/adapters/key-files/key-files'
import { mediaKeys } from '@ochno/server/adapters/media-crypto/media-keys'
import { diskObjects } from '@ochno/server/adapters/objects/disk'
import { recordings } from '@ochno/server/adapters/recordings/reader'
import { openSpool } from '@ochno/server/adapters/spool/spool'
import type { SessionId, TenantId } from '@ochno/domain/ids'
import type { TrackId } from '@ochno/domain/recording/track'
import { equal, hex } from '@ochno/evidence/bytes'
import { metaOf } from '@ochno/evidence/meta'
import { chainNext, genesis } from '@ochno/evidence/node/chain'
import { sha256 } from '@ochno/evidence/node/hash'
import { readHeader } from '@ochno/evidence/record'
import pg from 'pg'
import type { Found, StoredRow } from './checker.ts'
import { readBack } from './read-back.ts'

type Row = {
  session_id: SessionId
  tenant_id: TenantId
  tid: TrackId
  n: number
  seq: string
  header: Buffer
  chain: Buffer
  srv_ms: string
  nonce: Buffer
}

/** The server that wrote it must have ended: nothing may be in anybody's memory. */
export async function inspect(dataDir: string, ownerUrl: string): Promise<Found> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  pool.on('error', () => undefined)
  const spool = await openSpool({ dir: join(dataDir, 'spool'), fileBytes: 1 << 30 })
  try {
    const reader = recordings({
      pool,
      spool,
      objects: await diskObjects(join(dataDir, 'objects')),
      keys: mediaKeys(pool, openKeyFiles(join(dataDir, 'keys')).kek),
    })
    const { rows } = await pool.query<Row>(
      `select f.session_id, f.tenant_id, f.tid, f.n, f.seq, f.header, f.chain, f.srv_ms, t.nonce
       from fragment f join track t using (session_id, tid) order by f.session_id, f.tid, f.n`,
    )
    const stored: StoredRow[] = []
    const evidence: string[] = []
    let track = ''
    let hashes: ReadonlyMap<number, string> = new Map()
    let chain: Uint8Array = new Uint8Array(32)
    for (const row of rows) {
      const header = readHeader(row.header)
      if (!header) throw new Error(`row ${row.session_id} ${row.tid} ${row.n} holds no header`)
      const of = { sid: row.session_id, tid: row.tid, n: row.n, srvMs: Number(row.srv_ms) }
      if (track !== `${of.sid}|${of.tid}`) {
        chain = genesis(of.sid, of.tid, row.nonce)
        const seqs = rows.filter((one) => one.session_id === of.sid && one.tid === of.tid)
        hashes = await readBack(
          reader,
          { tenant: row.tenant_id, sid: of.sid, tid: of.tid },
          seqs.map(({ seq }) => Number(seq)),
        )
      }
      track = `${of.sid}|${of.tid}`
      const head = sha256(row.header)
      chain = chainNext(chain, metaOf(header, head, of))
      if (!equal(chain, row.chain)) evidence.push(`${track} n ${of.n}: the server's chain does not verify`)
      stored.push({
        ...of,
        epoch: header.epoch,
        seq: Number(row.seq),
        kind: header.kind,
        size: header.payloadLen,
        head: hex(head),
        chain: hex(row.chain),
        readBack: hashes.get(header.seq) ?? null,
      })
    }
    return { rows: stored, evidence }
  } finally {
    await spool.close()
    await pool.end()
  }
}
