import { z } from "zod";
import { Instant } from "~/lib/instant";

const GuardSign = z.enum(["rate", "fan_out", "bounces", "new_network", "failed_sign_ins"]);

/** A time at which a mailbox was stopped from sending. */
export const GuardCase = z.strictObject({
  id: z.uuid(),
  userId: z.uuid(),
  address: z.string(),
  sign: GuardSign,
  /** The figures that it was paused for: recipients, strangers, bounced, usualPeak, failedSignIns. */
  evidence: z.record(z.string(), z.union([z.number(), z.string()])),
  /** `released`: it was its owner. `confirmed`: it was somebody else. */
  state: z.enum(["open", "released", "confirmed"]),
  createdAt: Instant,
  decidedAt: Instant.nullable(),
});
export type GuardCase = z.infer<typeof GuardCase>;

export const ListCases = z.strictObject({
  userId: z.uuid().optional(),
  state: z.enum(["open", "released", "confirmed"]).optional(),
  after: z.uuid().optional(),
  limit: z.int().min(1).max(100).default(20),
});
export type ListCases = z.infer<typeof ListCases>;

/** Newest first. */
export const CasePage = z.strictObject({ cases: z.array(GuardCase), next: z.uuid().optional() });
export type CasePage = z.infer<typeof CasePage>;

export const CaseRef = z.strictObject({ caseId: z.uuid() });
export type CaseRef = z.infer<typeof CaseRef>;
