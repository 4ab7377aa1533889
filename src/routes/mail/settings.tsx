import { SettingsView } from "~/features/webmail/ui/settings/settings-view";

export default function MailSettingsRoute() {
  return <SettingsView />;
}
