import { readAuthenticationResults } from "~/features/users/server/groups/authentication-results";
import type { MailboxCtx } from "~/server/context";
import type { MessageRef } from "../../schema";
import type { MessageHeaders } from "../../schema/parts";
import { withEngine } from "../session-engine";
import { readableHeader } from "./readable-header";
import { receivedHop } from "./received-hop";

const mostFields = 500;
const domainProperties = ["header.from", "header.d", "smtp.mailfrom", "smtp.helo"];

/** The header of a message, and the path that its Received fields tell, which only servers we trust can vouch for. Throws `message.not_found`. */
export async function getHeaders(ctx: MailboxCtx, { messageId }: MessageRef): Promise<MessageHeaders> {
  const all = await withEngine(ctx, (engine) => engine.messages.headers(messageId));
  const fields = all.slice(0, mostFields).map(({ name, value }) => ({ name, value: readableHeader(value) }));
  const valuesOf = (wanted: string) =>
    fields.filter(({ name }) => name.toLowerCase() === wanted).map(({ value }) => value);
  return {
    fields,
    route: valuesOf("received").map(receivedHop).reverse(),
    checks: checksOf(valuesOf("authentication-results")[0] ?? "", ctx.platform.mailHost),
  };
}

/** Only the topmost field can be ours, and only when it says so: whatever stands below may have come with the message. */
function checksOf(topmost: string, mailHost: string): MessageHeaders["checks"] {
  const { by, verdicts } = readAuthenticationResults(topmost);
  if (by !== mailHost.toLowerCase()) return [];
  return verdicts.map(({ method, result, properties }) => ({
    ...{ method, result },
    domain: domainProperties.map((name) => properties[name]).find(Boolean) ?? "",
  }));
}
