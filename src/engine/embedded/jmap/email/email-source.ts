import type { Mail } from "../../mail/mail";
import { formatBlobId } from "../../mail/blobs";
import { parseHeaderFields, type HeaderField } from "../../mail/mime/header-fields";
import { parseStructure, type MimePart } from "../../mail/mime/parse-structure";

/** Lazy access to a message's header and parts, wherever its bytes are. Offsets are bytes. */
export type EmailSource = {
  blobId: string;
  fields(): HeaderField[];
  structure(): MimePart;
  slice(start: number, end: number): Uint8Array;
};

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};

/** A stored message: its structure was kept at ingest, and only the bytes that are asked for are read. */
export function storedSource({ db }: Mail, emailId: number, hash: string, headerSize: number): EmailSource {
  const slice = (start: number, end: number) => {
    const row = db
      .query<{ bytes: Uint8Array }, [number, number, string]>(
        "select substr(data, ?, ?) as bytes from blobs where hash = ?",
      )
      .get(start + 1, Math.max(end - start, 0), hash);
    return row?.bytes ?? new Uint8Array();
  };
  return {
    blobId: formatBlobId(hash),
    slice,
    fields: once(() => parseHeaderFields(slice(0, headerSize), 0, headerSize).fields),
    structure: once(() => {
      const row = db
        .query<{ structure_json: string }, [number]>("select structure_json from email_structures where email_id = ?")
        .get(emailId);
      return JSON.parse(row?.structure_json ?? "null") as MimePart;
    }),
  };
}

/** A message that is only a blob. */
export function blobSource(blobId: string, bytes: Uint8Array): EmailSource {
  const parsed = once(() => parseStructure(bytes));
  return {
    blobId,
    fields: () => parsed().fields,
    structure: () => parsed().root,
    slice: (start, end) => bytes.subarray(start, end),
  };
}
