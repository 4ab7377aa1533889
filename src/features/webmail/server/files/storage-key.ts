/** Where the octets of all staged files lie. */
export const stagedPrefix = "files";

/** Under which key a file's octets lie: ids only, never what somebody calls it. */
export const storageKeyOf = ({ tenantId, id }: { tenantId: string; id: string }) => `${stagedPrefix}/${tenantId}/${id}`;

/** Of a key, whose file it is; `null` when it is none of ours. */
export function fileOfKey(key: string): { tenantId: string; id: string } | null {
  const [prefix, tenantId, id, ...more] = key.split("/");
  const isUuid = (text = "") => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
  return prefix === stagedPrefix && isUuid(tenantId) && isUuid(id) && more.length === 0
    ? { tenantId: tenantId!, id: id! }
    : null;
}
