import { useLocation, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { MailPage } from "~/features/webmail/ui/mail-page";
import { NoMail } from "~/features/webmail/ui/no-mail";
import { placeOf } from "~/features/webmail/ui/places";
import { readFolder, readThread } from "~/features/webmail/ui/read-mail";
import { readView, writeView } from "~/features/webmail/ui/threads/list-view";

/** A folder, named by its role or its id, and the thread that is open in it. */
export default function MailRoute() {
  const params = useParams();
  const place = () => placeOf(params.mailboxId);
  const location = useLocation();
  const read = readFolder(
    () => (place() ? "inbox" : (params.mailboxId ?? "inbox")),
    () => (place() ? "" : writeView(readView(location.search))),
  );
  const thread = readThread(() => params.threadId);
  return (
    <Show when={read()}>
      {(known) => (
        <Show when={known().view} fallback={<NoMail failure={known().failure ?? "unexpected"} />}>
          {(view) => (
            <MailPage
              view={view()}
              listed={known().listed}
              place={place()}
              failure={known().failure}
              threadId={params.threadId}
              thread={thread}
            />
          )}
        </Show>
      )}
    </Show>
  );
}
