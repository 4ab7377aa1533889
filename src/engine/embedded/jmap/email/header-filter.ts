import type { Mail } from "../../mail/mail";
import { parseHeaderFields } from "../../mail/mime/header-fields";
import { asText } from "../../mail/mime/header-text";

/** Numbers of the messages that have a header of that name, containing `value` when it is given. Reads every header block of the account. */
export function headerMatches({ db }: Mail, accountId: string, name: string, value: string | undefined): number[] {
  const wanted = name.toLowerCase();
  const needle = value?.toLowerCase();
  const rows = db.query<{ id: number; header: Uint8Array }, [string]>(
    `select e.id, substr(b.data, 1, e.header_size) as header
     from emails e join blobs b on b.hash = e.blob_hash where e.account_id = ?`,
  );
  const found: number[] = [];
  for (const { id, header } of rows.iterate(accountId)) {
    const { fields } = parseHeaderFields(header, 0, header.length);
    const hit = fields.some(
      (field) =>
        field.name.toLowerCase() === wanted &&
        (needle === undefined || asText(field.value).toLowerCase().includes(needle)),
    );
    if (hit) found.push(id);
  }
  return found;
}
