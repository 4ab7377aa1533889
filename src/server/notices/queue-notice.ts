import type { Transaction } from "../../../db/client";
import { notices } from "../../../db/schema";
import { enqueue } from "../../../jobs/enqueue";
import type { Services } from "../services";
import type { NoticeFields, NoticeKind } from "./notice-kinds";

export const noticePurpose = (noticeId: string): string => `notice:${noticeId}`;

/**
 * Has a mail sent to a person when, and only when, the caller's transaction commits. `locale` is the reader's; `tenantId` lets the
 * notice go with the tenant.
 */
export async function queueNotice<K extends NoticeKind>(
  tx: Transaction,
  { secretBox }: Pick<Services, "secretBox">,
  notice: { kind: K; recipient: string; locale: string; fields: NoticeFields<K>; tenantId?: string },
): Promise<void> {
  const { kind, recipient, locale, fields, tenantId } = notice;
  const id = Bun.randomUUIDv7();
  const sealedFields = secretBox.seal(JSON.stringify(fields), noticePurpose(id));
  await tx.insert(notices).values({ id, kind, recipient, locale, tenantId, sealedFields });
  await enqueue(tx, "notice.send", { noticeId: id }, { key: id });
}
