import { useDomain } from "~/features/domains/ui/domain-context";
import { DomainSettings } from "~/features/domains/ui/domain-settings";
import { DomainSendLimits } from "~/features/users/ui/usage/domain-send-limits";

export default function DomainSettingsPage() {
  const { domain, canEdit } = useDomain();
  return (
    <DomainSettings>
      <DomainSendLimits domainId={domain().id} canEdit={canEdit()} />
    </DomainSettings>
  );
}
