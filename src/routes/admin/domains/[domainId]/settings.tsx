import { DomainSettings } from "~/features/domains/ui/domain-settings";

export default function DomainSettingsPage() {
  return <DomainSettings />;
}
