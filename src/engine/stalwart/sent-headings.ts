import { z } from "zod";
import type { SentHeading } from "../mail-submissions.ts";
import { AddressList } from "./address-list.ts";
import type { JmapClient } from "./jmap-client.ts";

const Heading = z.object({
  id: z.string(),
  threadId: z.string(),
  subject: z
    .string()
    .nullish()
    .transform((subject) => subject ?? ""),
  to: AddressList,
  cc: AddressList,
  bcc: AddressList,
});

/** Subject and recipients of up to a page of messages (RFC 8621 section 4.2). */
export async function getHeadings(jmap: JmapClient, emailIds: string[]): Promise<SentHeading[]> {
  if (emailIds.length === 0) return [];
  const { found } = await jmap.send(
    { found: ["Email/get", { ids: emailIds, properties: Object.keys(Heading.shape) }] },
    z.object({ found: z.object({ list: z.array(Heading) }) }),
  );
  return found.list;
}
