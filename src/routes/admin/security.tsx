import { createAsync, createAsyncStore, useSearchParams } from "@solidjs/router";
import { cursorOf } from "~/lib/cursor-of";
import { Show } from "solid-js";
import { currentMember } from "~/features/auth/ui/queries";
import { securityPage } from "~/features/auth/ui/security/queries";
import { SecurityView } from "~/features/auth/ui/security/security-view";

export default function SecurityPage() {
  const [search] = useSearchParams();
  const after = () => cursorOf(search.after);
  const me = createAsync(() => currentMember());
  const page = createAsyncStore(() => securityPage(after()), { reconcile: { key: "id" } });
  return (
    <Show when={page()}>
      <SecurityView
        me={me() ?? page()!.me}
        security={page()!.security}
        identities={page()!.identities}
        sessions={page()!.sessions}
        after={after()}
      />
    </Show>
  );
}
