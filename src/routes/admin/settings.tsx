import { createAsync } from "@solidjs/router";
import { currentMember } from "~/features/auth/ui/queries";
import { tenantSettings } from "~/features/auth/ui/tenant/queries";
import { SettingsView } from "~/features/auth/ui/tenant/settings-view";
import { Show } from "solid-js";
import { AlertCard } from "~/features/domains/ui/alerts/alert-card";
import { TenantStorage } from "~/features/users/ui/usage/tenant-storage";
import { TenantSendLimits } from "~/features/users/ui/usage/tenant-send-limits";

export default function SettingsPage() {
  const me = createAsync(() => currentMember());
  const settings = createAsync(() => tenantSettings());
  const own = () => me()?.member.role ?? "viewer";
  return (
    <SettingsView settings={settings()} own={own()}>
      <TenantSendLimits />
      <AlertCard canEdit={own() === "owner"} />
      <Show when={own() !== "domain_admin"}>
        <TenantStorage canEdit={["owner", "admin"].includes(own())} />
      </Show>
    </SettingsView>
  );
}
