import { publishZone } from "../../features/domains/server/dns/zone-files";
import { sendMessage } from "../../features/webmail/server/send-message";
import { testMailboxes, until } from "../../features/webmail/server/testing-webmail";
import type { Services } from "../services";

/** Mail of ana, sent in the webmail, that waits in the mail server's queue because the recipient's server is away. */
export async function waitingMail(services: Services, name: string) {
  const { queue } = services.engine.directory;
  const zoneDir = services.platform.trialZone!.dataDir;
  const away = `away-${name}.test`;
  await publishZone(zoneDir, away, [
    { name: away, type: "MX", value: `10 mx.${away}`, ttlSeconds: 5 },
    { name: `mx.${away}`, type: "A", value: "127.0.0.1", ttlSeconds: 5 },
  ]);
  const { member, people } = await testMailboxes(services, `${name}.test`, ["ana"]);
  const input = { cc: [], bcc: [], files: [], subject: "Hello", text: "Hello", idempotencyKey: Bun.randomUUIDv7() };
  const { messageId } = await sendMessage(people.ana.ctx, { ...input, to: [`bo@${away}`] });
  const held = async () => (await queue.list({ text: away, limit: 10 })).messages[0];
  await until("it was tried", async () => (await held())?.recipients[0]?.state === "deferred");
  return { tenantId: member.tenantId, member, ana: people.ana, messageId, held, recipient: `bo@${away}` };
}
