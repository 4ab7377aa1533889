import { join } from "node:path";
import type { BlobStore } from "./blob-store";
import { createDiskBlobStore } from "./disk-blob-store";
import type { Env } from "./env";
import { createS3BlobStore } from "./s3-blob-store";

/** The bucket that the environment names, or files in the data folder: several machines need the bucket. */
export function createBlobStore(env: Env): BlobStore {
  const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY } = env;
  if (!S3_BUCKET) return createDiskBlobStore(join(env.DATA_DIR, "blobs"));
  return createS3BlobStore({
    ...{ bucket: S3_BUCKET, accessKeyId: S3_ACCESS_KEY!, secretAccessKey: S3_SECRET_KEY! },
    ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT } : {}),
    ...(S3_REGION ? { region: S3_REGION } : {}),
  });
}
