import type { GroupPostReason } from "../../schema/group-posts";
import { fieldValues, type SplitMessage } from "./header-fields";
import { listId } from "./list-fields";

/**
 * Why a message is none for the members whoever wrote it: it has been here before, it answers by itself (RFC 3834), or it reports on mail
 * (RFC 3464). Mail that a program wrote of its own accord, such as an invoice, is a post like others.
 */
export function dropReason(message: SplitMessage, address: string): GroupPostReason | null {
  const values = (name: string) => fieldValues(message, name).map((value) => value.toLowerCase());
  const has = (name: string, pattern: RegExp) => values(name).some((value) => pattern.test(value));
  if (values("x-loop").includes(address) || values("list-id").some((id) => id.includes(listId(address)))) return "loop";
  const isReport = has(
    "content-type",
    /^multipart\/report\b.*report-type="?(delivery-status|disposition-notification)/,
  );
  if (isReport || values("return-path")[0] === "<>") return "bounce";
  const answers = has("auto-submitted", /^auto-replied\b/) || has("precedence", /^auto_reply\b/);
  return answers || values("x-autoreply").length > 0 || values("x-autorespond").length > 0 ? "auto_reply" : null;
}
