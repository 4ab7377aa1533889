/** What became of one recipient in one attempt. `hostname` answered; `code` is its reply code when there was one. */
export type DeliveryOutcome = {
  address: string;
  result: "delivered" | "temporary" | "permanent";
  code: number;
  /** The reply text without the code, or what went wrong. */
  text: string;
  hostname: string;
  /** Stalwart's `errorType` of a recipient's status. */
  errorType: string | null;
};
