import { t } from "~/lib/i18n/t";
import { Footnote } from "../footnote";
import { ArrowRightIcon } from "../icons";
import { LinkButton } from "../link-button";
import { Logo } from "../logo";

export const Closing = () => (
  <footer data-slot="closing">
    <section aria-labelledby="closing-title">
      <h2 id="closing-title">{t("landing.closingTitle")}</h2>
      <p>{t("landing.closingText")}</p>
      <div data-slot="hero-actions">
        <LinkButton href="/signup" variant="primary" size="lg" icon={<ArrowRightIcon />}>
          {t("landing.addYourDomain")}
        </LinkButton>
        <LinkButton href="/login" size="lg">
          {t("landing.signIn")}
        </LinkButton>
      </div>
    </section>
    <div data-slot="closing-foot">
      <Logo variant="mark" />
      <p>{t("landing.footerText")}</p>
      <Footnote />
    </div>
  </footer>
);
