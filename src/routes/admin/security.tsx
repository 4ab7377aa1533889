import { createAsync, createAsyncStore, type RouteDefinition, useSearchParams } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import { currentMember } from "~/features/auth/ui/queries";
import { identities, ownSessions, security } from "~/features/auth/ui/security/queries";
import { SecurityView } from "~/features/auth/ui/security/security-view";

const cursorOf = (after: unknown) => (typeof after === "string" && after !== "" ? after : undefined);

export const route = {
  preload: ({ location }) => {
    void security();
    void identities();
    void ownSessions(cursorOf(location.query.after));
  },
} satisfies RouteDefinition;

/** What was read last: a page that is being left, because its session has ended, reads nothing more and stays as it is until then. */
const kept = <T,>(read: () => T | undefined) => createMemo<T | undefined>((last) => read() ?? last);

export default function SecurityPage() {
  const [search] = useSearchParams();
  const after = () => cursorOf(search.after);
  const me = kept(createAsync(() => currentMember()));
  const known = kept(createAsyncStore(() => security(), { reconcile: { key: "id" } }));
  const linked = kept(createAsync(() => identities()));
  const sessions = kept(createAsyncStore(() => ownSessions(after()), { reconcile: { key: "id" } }));
  return (
    <Show when={me()}>
      {(member) => (
        <Show when={known()}>
          {(found) => (
            <SecurityView
              me={member()}
              security={found()}
              identities={linked()}
              sessions={sessions()}
              after={after()}
            />
          )}
        </Show>
      )}
    </Show>
  );
}
