import { createAsync, type RouteDefinition, useSearchParams } from "@solidjs/router";
import { cursorOf } from "~/lib/cursor-of";
import { webhookList } from "~/features/auth/ui/webhooks/queries";
import { WebhookList } from "~/features/auth/ui/webhooks/webhook-list";

export const route = {
  preload: ({ location }) =>
    void import("~/features/auth/ui/webhooks/queries").then(
      (queries) => void queries.webhookList(cursorOf(location.query.after)),
    ),
} satisfies RouteDefinition;

export default function WebhooksPage() {
  const [search] = useSearchParams();
  const after = () => cursorOf(search.after);
  const page = createAsync(() => webhookList(after()));
  return <WebhookList page={page()} after={after()} />;
}
