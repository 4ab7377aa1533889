import { createAsync, type RouteDefinition, useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
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

export default function SecurityPage() {
  const [search] = useSearchParams();
  const after = () => cursorOf(search.after);
  const me = createAsync(() => currentMember());
  const known = createAsync(() => security());
  const linked = createAsync(() => identities());
  const sessions = createAsync(() => ownSessions(after()));
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
