import { decodeId } from "../ids";
import { type EmitEvent, type MailStore, OverQuota } from "../seams";
import type { DeliveryOutcome } from "./delivery-outcome";
import { fieldValues, withFields, withoutFields } from "./raw-message";

export type LocalDelivery = {
  address: string;
  accountIds: readonly string[];
  returnPath: string;
  raw: Uint8Array;
  /** Stable per message: asked again, an account that has it does not get it twice. */
  deliveryId: string;
};

export type LocalOptions = { store: MailStore; emit: EmitEvent; hostname: string; now(): Date };

/** The sample that every spam filter takes for spam; this engine knows no other. */
const spamSample = "XJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X";

/** Files a message with every account. One account that cannot take it now makes the recipient wait, the others have it. */
export async function deliverLocal(
  { address, accountIds, returnPath, raw, deliveryId }: LocalDelivery,
  { store, emit, hostname, now }: LocalOptions,
): Promise<DeliveryOutcome> {
  const final = withFields(
    withoutFields(raw, (name) => name === "return-path"),
    `Return-Path: <${returnPath}>\r\n`,
  );
  const messageId = fieldValues(raw, "message-id")[0]?.replace(/^<|>$/g, "");
  const isSpam = returnPath !== "" && Buffer.from(raw).includes(spamSample);
  let failure: Pick<DeliveryOutcome, "code" | "text" | "errorType"> | null = null;
  for (const accountId of accountIds) {
    try {
      const { emailId } = await store.deliver({
        accountId,
        raw: final,
        receivedAt: now(),
        deliveryId: `${deliveryId}:${accountId}`,
        envelope: { from: returnPath, to: address },
        ...(isSpam ? { role: "junk", keywords: ["$junk"] } : {}),
      });
      if (emailId === null) continue;
      const ids = {
        accountId: Number(decodeId(accountId)),
        documentId: Number((decodeId(emailId) ?? 0n) & 0xffff_ffffn),
      };
      emit({
        type: isSpam ? "message-ingest.spam" : "message-ingest.ham",
        createdAt: now(),
        data: { ...ids, messageId, from: returnPath, to: address, size: final.byteLength },
      });
    } catch (error) {
      if (error instanceof OverQuota) {
        const data = { accountId: Number(decodeId(accountId)), size: final.byteLength, to: address };
        emit({ type: "limit.quota", createdAt: now(), data });
        failure = { code: 452, text: "4.2.2 Mailbox full", errorType: "unexpectedResponse" };
      } else failure = { code: 451, text: "4.3.0 The message could not be stored", errorType: "io" };
    }
  }
  if (failure) return { address, result: "temporary", hostname, ...failure };
  return { address, result: "delivered", code: 250, text: "2.1.5 Delivered", hostname, errorType: null };
}
