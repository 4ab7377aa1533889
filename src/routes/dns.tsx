import { SharedSteps } from "~/features/domains/ui/share/shared-steps";
import { t } from "~/lib/i18n/t";
import { Logo } from "~/ui/logo";
import { Title } from "~/ui/title";

export default function SharedRecordsPage() {
  return (
    <main id="content" class="max-w-[56rem] mx-auto p-5 grid gap-5">
      <Title>{t("guide.sharedPageTitle")}</Title>
      <Logo />
      <SharedSteps />
    </main>
  );
}
