import { createAsync } from "@solidjs/router";
import { currentMember } from "~/features/auth/ui/queries";
import { tenantSettings } from "~/features/auth/ui/tenant/queries";
import { SettingsView } from "~/features/auth/ui/tenant/settings-view";

export default function SettingsPage() {
  const me = createAsync(() => currentMember());
  const settings = createAsync(() => tenantSettings());
  return <SettingsView settings={settings()} own={me()?.member.role ?? "viewer"} />;
}
