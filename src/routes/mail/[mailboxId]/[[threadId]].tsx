import { useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { MailPage } from "~/features/webmail/ui/mail-page";
import { NoMail } from "~/features/webmail/ui/no-mail";
import { readFolder, readThread } from "~/features/webmail/ui/read-mail";

/** A folder, named by its role or its id, and the thread that is open in it. */
export default function MailRoute() {
  const params = useParams();
  const read = readFolder(() => params.mailboxId ?? "inbox");
  const thread = readThread(() => params.threadId);
  return (
    <Show when={read()}>
      {(known) => (
        <Show when={known().view} fallback={<NoMail failure={known().failure ?? "unexpected"} />}>
          {(view) => <MailPage view={view()} failure={known().failure} threadId={params.threadId} thread={thread} />}
        </Show>
      )}
    </Show>
  );
}
