import { toast } from "~/ui/toast-store";
import type { Message } from "../../schema";
import type { Desk } from "../composer-desk";
import { failureText } from "../failure-text";

/** Goes on writing a draft in a composer of `desk`; says why when it cannot. */
export const continuing =
  (desk: Desk, own: () => string) =>
  async ({ id }: Message): Promise<void> => {
    const owner = own();
    try {
      await (await import("./continue-draft")).continueDraft(desk, id, owner);
    } catch (error) {
      toast(failureText(error), { tone: "danger" });
    }
  };
