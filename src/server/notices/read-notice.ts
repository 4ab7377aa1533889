import { z } from "zod";
import type { notices } from "../../../db/schema";
import type { Services } from "../services";
import { type NoticeKind, noticeKinds } from "./notice-kinds";
import { noticeText } from "./notice-text";
import { noticePurpose } from "./queue-notice";

const Fields = z.record(z.string(), z.string());

/** What a stored notice says, and its link if it has one. Throws when it was sealed with another key, or is of no kind that is known. */
export function readNotice(
  { secretBox, platform }: Pick<Services, "secretBox" | "platform">,
  { id, kind, locale, sealedFields }: typeof notices.$inferSelect,
): { subject: string; text: string; link: string | null } {
  if (!Object.hasOwn(noticeKinds, kind)) throw new Error(`there is no notice of the kind ${kind}`);
  const fields = Fields.parse(JSON.parse(secretBox.open(sealedFields, noticePurpose(id))));
  return {
    ...noticeText(kind as NoticeKind, { locale, fields, origin: platform.appUrl }),
    link: fields["link"] ?? null,
  };
}
