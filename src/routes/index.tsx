import { t } from "~/lib/i18n/t";
import { Closing } from "~/ui/landing/closing";
import { Features } from "~/ui/landing/features";
import { Hero } from "~/ui/landing/hero";
import { SiteHeader } from "~/ui/landing/site-header";
import { Steps } from "~/ui/landing/steps";
import { SkipLink } from "~/ui/skip-link";
import { Title } from "~/ui/title";
import "~/ui/landing/landing.css";

export default function LandingPage() {
  return (
    <div data-slot="landing">
      <Title>{t("landing.documentTitle")}</Title>
      <SkipLink />
      <SiteHeader />
      <main id="content" tabindex="-1">
        <Hero />
        <Steps />
        <Features />
      </main>
      <Closing />
    </div>
  );
}
