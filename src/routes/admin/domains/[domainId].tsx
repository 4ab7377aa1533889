import { createAsync, type RouteSectionProps, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { currentMember } from "~/features/auth/ui/queries";
import { mayAdminister } from "~/features/auth/ui/may-administer";
import { DomainNotFound } from "~/features/domains/ui/domain-not-found";
import { DomainFrame } from "~/features/domains/ui/domain-frame";
import { domainDetail } from "~/features/domains/ui/queries";

export default function DomainPages(props: RouteSectionProps) {
  const params = useParams();
  const me = createAsync(() => currentMember());
  const domain = createAsync(() => domainDetail(params.domainId ?? ""));
  return (
    <Show when={domain() !== undefined}>
      <Show when={domain()} fallback={<DomainNotFound />}>
        {(found) => (
          <DomainFrame domain={found()} canEdit={mayAdminister(me())}>
            {props.children}
          </DomainFrame>
        )}
      </Show>
    </Show>
  );
}
