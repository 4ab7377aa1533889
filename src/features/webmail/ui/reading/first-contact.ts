import { createSignal, onMount, untrack } from "solid-js";
import { trpc } from "~/trpc/client";
import type { Message } from "../../schema";

const domainOf = (email: string) => email.slice(email.lastIndexOf("@") + 1).toLowerCase();

/**
 * Whether a message that is read for the first time is the first of its sender. Asked after it is shown, and not of colleagues, who are
 * proven to be some; when it cannot be found out nothing is said.
 */
export function createFirstContact(props: { message: Message; own: string }): () => boolean {
  const [isFirst, setFirst] = createSignal(false);
  // Now, because showing it marks it as read.
  const { from, keywords, receivedAt, authentication } = untrack(() => props.message);
  const own = untrack(() => props.own);
  const address = from[0]?.email;
  const isColleague = authentication?.verdict === "verified" && authentication.domain === domainOf(own);
  const isNews = !keywords.includes("$seen") && !keywords.includes("$draft");
  onMount(() => {
    if (!address || address === own || isColleague || !isNews) return;
    trpc.webmail.reading.acquaintance.query({ address, before: new Date(receivedAt).toISOString() }).then(
      (known) => setFirst(known.isFirst),
      () => {},
    );
  });
  return isFirst;
}
