import { createAsync, useSearchParams } from "@solidjs/router";
import { cursorOf } from "~/lib/cursor-of";
import { webhookList } from "~/features/auth/ui/webhooks/queries";
import { WebhookList } from "~/features/auth/ui/webhooks/webhook-list";

export default function WebhooksPage() {
  const [search] = useSearchParams();
  const after = () => cursorOf(search.after);
  const page = createAsync(() => webhookList(after()));
  return <WebhookList page={page()} after={after()} />;
}
