import { t } from "~/lib/i18n/t";
import { LinkButton } from "../link-button";
import { Logo } from "../logo";

export const SiteHeader = () => (
  <header data-slot="site-header">
    <a href="/" class="no-underline" aria-label={t("common.productName")}>
      <Logo />
    </a>
    <nav aria-label={t("landing.navLabel")}>
      <LinkButton href="/mail" variant="ghost">
        {t("landing.openWebmail")}
      </LinkButton>
      <LinkButton href="/login" variant="ghost">
        {t("landing.signIn")}
      </LinkButton>
      <LinkButton href="/signup" data-slot-part="start">
        {t("landing.start")}
      </LinkButton>
    </nav>
  </header>
);
