import { z } from "zod";
import { DeliveryState } from "~/features/users/schema/trace";

/** Of the own mail that was sent. */
export const ListOwnDeliveries = z.strictObject({
  /** Of one message, without angle brackets. */
  messageId: z.string().min(1).max(900).optional(),
  state: DeliveryState.optional(),
  after: z.string().max(100).optional(),
  limit: z.int().min(1).max(100).default(20),
});
export type ListOwnDeliveries = z.infer<typeof ListOwnDeliveries>;
