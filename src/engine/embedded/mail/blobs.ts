import { createHash } from "node:crypto";
import type { Mail, MailWrite } from "./mail";
import { leavesOf, parseStructure } from "./mime/parse-structure";
import { decodeTransferEncoding } from "./mime/transfer-encoding";

/** Uploads that no message or script took over may be forgotten after one hour. Milliseconds. */
export const uploadTtl = 60 * 60 * 1000;

/** Lower-case hex SHA-256. */
export const hashBytes = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Blob ids are content addresses: `b<hash>` is a stored blob, `b<hash>_3` the decoded part 3 of it, `b<hash>_3_1` a part of that part. */
export const formatBlobId = (hash: string, ...partIds: string[]): string => [`b${hash}`, ...partIds].join("_");

/** Stores bytes under their hash. */
export function insertBlob({ db }: Mail, hash: string, bytes: Uint8Array): void {
  db.query("insert into blobs (hash, size, data) values (?, ?, ?) on conflict do nothing").run(
    hash,
    bytes.length,
    bytes,
  );
}

/** Stores an upload for an account and returns its blob id. Old uploads are swept on the way. */
export function storeUpload(mail: Mail, accountId: string, bytes: Uint8Array, type: string): string {
  const hash = hashBytes(bytes);
  mail.db
    .transaction(() => {
      insertBlob(mail, hash, bytes);
      mail.db
        .query(
          `insert into uploads (account_id, hash, type, size, created_at) values (?, ?, ?, ?, ?)
           on conflict do update set type = excluded.type, created_at = excluded.created_at`,
        )
        .run(accountId, hash, type, bytes.length, mail.now());
      sweepUploads(mail);
    })
    .immediate();
  return formatBlobId(hash);
}

function sweepUploads(mail: Mail): void {
  const old = mail.db
    .query<{ account_id: string; hash: string }, [number]>(
      "select account_id, hash from uploads where created_at < ? limit 100",
    )
    .all(mail.now() - uploadTtl);
  for (const { account_id: accountId, hash } of old) {
    mail.db.query("delete from uploads where account_id = ? and hash = ?").run(accountId, hash);
    dropBlobIfUnused(mail, hash);
  }
}

/** Deletes a blob that neither a message nor an upload refers to any more. */
export function dropBlobIfUnused({ db }: Mail | MailWrite, hash: string): void {
  db.query(
    `delete from blobs where hash = ?1 and not exists (select 1 from emails where blob_hash = ?1)
     and not exists (select 1 from uploads where hash = ?1)`,
  ).run(hash);
}

function mayRead(mail: Mail, accountId: string, hash: string): boolean {
  const row = mail.db
    .query<{ found: number }, [string, string, string, string]>(
      `select exists (select 1 from emails where blob_hash = ? and account_id = ?)
           or exists (select 1 from uploads where hash = ? and account_id = ?) as found`,
    )
    .get(hash, accountId, hash, accountId);
  return row?.found === 1;
}

/** The bytes behind a blob id, or `null` when there is none that this account may read. */
export function readBlob(mail: Mail, accountId: string, blobId: string): Uint8Array | null {
  const match = /^b([0-9a-f]{64})((?:_[0-9]{1,5}){0,20})$/.exec(blobId);
  const hash = match?.[1];
  if (!hash || !mayRead(mail, accountId, hash)) return null;
  const row = mail.db.query<{ data: Uint8Array }, [string]>("select data from blobs where hash = ?").get(hash);
  let bytes = row?.data ?? null;
  for (const partId of (match[2] ?? "").split("_").slice(1)) {
    if (!bytes) return null;
    const part = leavesOf(parseStructure(bytes).root).find((leaf) => leaf.partId === partId);
    bytes = part ? decodeTransferEncoding(bytes.subarray(part.bodyStart, part.bodyEnd), part.encoding) : null;
  }
  return bytes;
}

const keptForever = Number.MAX_SAFE_INTEGER;

function setUploadAge({ db, accountId }: MailWrite, blobId: string, createdAt: number): void {
  db.query("update uploads set created_at = ? where account_id = ? and hash = ?").run(
    createdAt,
    accountId,
    blobId.slice(1, 65),
  );
}

/** Keeps an upload that an object took over. */
export function keepUpload(write: MailWrite, blobId: string): void {
  setUploadAge(write, blobId, keptForever);
}

/** Lets an upload age again. */
export function releaseUpload(write: MailWrite, blobId: string): void {
  setUploadAge(write, blobId, write.now());
}
