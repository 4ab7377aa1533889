import { createAsync } from "@solidjs/router";
import { currentMember } from "~/features/auth/ui/queries";
import { tenantSettings } from "~/features/auth/ui/tenant/queries";
import { SettingsView } from "~/features/auth/ui/tenant/settings-view";
import { AlertCard } from "~/features/domains/ui/alerts/alert-card";

export default function SettingsPage() {
  const me = createAsync(() => currentMember());
  const settings = createAsync(() => tenantSettings());
  const own = () => me()?.member.role ?? "viewer";
  return (
    <SettingsView settings={settings()} own={own()}>
      <AlertCard canEdit={own() === "owner"} />
    </SettingsView>
  );
}
