import { createAsync, type RouteDefinition, useParams } from "@solidjs/router";
import { ErrorBoundary, Show } from "solid-js";
import { MailPage } from "~/features/webmail/ui/mail-page";
import { conversation, folderView } from "~/features/webmail/ui/queries";
import { MailProblem } from "~/features/webmail/ui/reader-states";

const nothing = Promise.resolve(undefined);

export const route = {
  preload: ({ params }) => {
    void folderView(params.mailboxId ?? "inbox");
    if (params.threadId) void conversation(params.threadId);
  },
} satisfies RouteDefinition;

/** A folder, named by its role or its id, and the thread that is open in it. */
export default function MailRoute() {
  const params = useParams();
  const view = createAsync(() => folderView(params.mailboxId ?? "inbox"), { deferStream: true });
  const messages = createAsync(() => (params.threadId ? conversation(params.threadId) : nothing));
  return (
    <ErrorBoundary fallback={(error, reset) => <MailProblem error={error} onRetry={reset} />}>
      <Show when={view()}>{(known) => <MailPage view={known()} threadId={params.threadId} messages={messages} />}</Show>
    </ErrorBoundary>
  );
}
