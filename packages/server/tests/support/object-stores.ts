import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3'
import { diskObjects } from '@ochno/server/adapters/objects/disk'
import { isWriteOnce, s3Objects } from '@ochno/server/adapters/objects/s3'
import type { ObjectStore } from '@ochno/server/ports/objects'
import { radosInstalled, startRados } from './rados.ts'

type Opened = { readonly objects: ObjectStore; readonly close: () => Promise<void> }

if (!radosInstalled)
  console.warn(
    '\n!!! The S3 store is NOT tested here: radosgw is missing (apt install radosgw ceph-mon ceph-osd ceph-mgr) or we are not root.\n',
  )

export const objectStores: readonly {
  readonly name: string
  readonly skip: boolean
  readonly open: () => Promise<Opened>
}[] = [
  {
    name: 'files on disk',
    skip: false,
    open: async () => {
      const dir = await mkdtemp(join(tmpdir(), 'ochno-objects-'))
      return { objects: await diskObjects(dir), close: () => rm(dir, { recursive: true }) }
    },
  },
  {
    name: 'S3 (RADOS gateway)',
    skip: !radosInstalled,
    open: async () => {
      const { endpoint, accessKey, secretKey, bucket, close } = await startRados()
      const aws = new S3Client({
        endpoint,
        region: 'default',
        forcePathStyle: true,
        credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
      })
      await aws.send(new CreateBucketCommand({ Bucket: bucket }))
      aws.destroy()
      const objects = s3Objects({ endpoint, region: 'default', bucket, accessKey, secretKey })
      if (!(await isWriteOnce(objects, 'probe/once'))) throw new Error('this store overwrites')
      return { objects, close: async () => close() }
    },
  },
]
