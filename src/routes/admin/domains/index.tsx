import { createAsync, useSearchParams } from "@solidjs/router";
import { cursorOf } from "~/lib/cursor-of";
import { currentMember } from "~/features/auth/ui/queries";
import { mayAdminister } from "~/features/auth/ui/may-administer";
import { AlertBanner } from "~/features/domains/ui/alerts/alert-banner";
import { DomainList } from "~/features/domains/ui/domain-list";
import { domainList } from "~/features/domains/ui/queries";

export default function DomainsPage() {
  const [search] = useSearchParams();
  const after = () => cursorOf(search.after);
  const page = createAsync(() => domainList(after()));
  const me = createAsync(() => currentMember());
  return (
    <>
      <AlertBanner />
      <DomainList page={page()} after={after()} canEdit={mayAdminister(me())} />
    </>
  );
}
