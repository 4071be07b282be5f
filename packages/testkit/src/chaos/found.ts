// What is really there after a run: every row of the sessions, its payload read back from spool or object and decrypted.
import { join } from 'node:path'
import type { SessionId, TenantId } from '@ochno/domain/ids'
import { isTrackId } from '@ochno/domain/recording/track'
import { hex } from '@ochno/evidence/bytes'
import { genesis } from '@ochno/evidence/node/chain'
import { sha256 } from '@ochno/evidence/node/hash'
import { linkBytes } from '@ochno/evidence/chain'
import { metaOf } from '@ochno/evidence/meta'
import { readHeader } from '@ochno/evidence/record'
import { openKeyFiles } from '@ochno/server/adapters/key-files/key-files'
import { mediaKeys } from '@ochno/server/adapters/media-crypto/media-keys'
import { diskObjects } from '@ochno/server/adapters/objects/disk'
import { recordings } from '@ochno/server/adapters/recordings/reader'
import { openSpool } from '@ochno/server/adapters/spool/spool'
import pg from 'pg'
import type { Found, StoredRow } from './checker.ts'
import { readBack } from './read-back.ts'

/** `mediaDir` is where spool and objects lie when that is not the data folder itself. The server must not be running. */
export async function findRecords(ownerUrl: string, dataDir: string, mediaDir = dataDir): Promise<Found> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  const keys = mediaKeys(pool, openKeyFiles(join(dataDir, 'keys')).kek)
  const spool = await openSpool({ dir: join(mediaDir, 'spool'), fileBytes: 1 })
  const objects = await diskObjects(join(mediaDir, 'objects'))
  const reader = recordings({ pool, spool, objects, keys })
  try {
    const { rows: sessions } = await pool.query<{
      session_id: SessionId
      tenant_id: TenantId
      tid: string
      nonce: Buffer
    }>('select session_id, tenant_id, tid, nonce from track')
    const rows: StoredRow[] = []
    const evidence: string[] = []
    for (const { session_id: sid, tenant_id: tenant, tid, nonce } of sessions) {
      if (!isTrackId(tid)) continue
      let chain = genesis(sid, tid, new Uint8Array(nonce))
      const index = (await reader.index(tenant, sid, tid)).toSorted((a, b) => a.n - b.n)
      const hashes = await readBack(
        reader,
        { tenant, sid, tid },
        index.map(({ seq }) => seq),
      )
      for (const row of index) {
        const header = readHeader(row.header)
        if (!header) throw new Error('a row without a header')
        const head = sha256(row.header)
        chain = sha256(linkBytes(chain, metaOf(header, head, { sid, tid, n: row.n, srvMs: row.srvMs })))
        if (hex(chain) !== hex(row.chain)) evidence.push(`${sid} ${tid}: the chain breaks at n ${row.n}`)
        const { epoch, seq, kind, payloadLen } = header
        const place = { sid, tid, epoch, seq, n: row.n, kind, size: payloadLen, srvMs: row.srvMs }
        rows.push({ ...place, head: hex(head), chain: hex(row.chain), readBack: hashes.get(seq) ?? null })
      }
    }
    return { rows, evidence }
  } finally {
    await spool.close()
    await pool.end()
  }
}
