import { createAsync, createAsyncStore, useSearchParams } from "@solidjs/router";
import { cursorOf } from "~/lib/cursor-of";
import { Show } from "solid-js";
import { tokenList } from "~/features/auth/ui/api/queries";
import { TokenPage } from "~/features/auth/ui/api/token-page";
import { currentMember } from "~/features/auth/ui/queries";
import { domainList } from "~/features/domains/ui/queries";

export default function ApiPage() {
  const [search] = useSearchParams();
  const after = () => cursorOf(search.after);
  const me = createAsync(() => currentMember());
  const page = createAsyncStore(() => tokenList(after()), { reconcile: { key: "id" } });
  const domains = createAsync(() => domainList());
  return (
    <Show when={me()}>
      {(known) => (
        <TokenPage page={page()} role={known().member.role} domains={domains()?.domains ?? []} after={after()} />
      )}
    </Show>
  );
}
