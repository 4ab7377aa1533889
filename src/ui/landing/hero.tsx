import { t } from "~/lib/i18n/t";
import { ArrowRightIcon } from "../icons";
import { LinkButton } from "../link-button";
import { DomainMock } from "./domain-mock";

export const Hero = () => (
  <section data-slot="hero">
    <div data-slot="hero-text">
      <h1>{t("landing.heroTitle")}</h1>
      <p>{t("landing.heroText")}</p>
      <div data-slot="hero-actions">
        <LinkButton href="/signup" variant="primary" size="lg" icon={<ArrowRightIcon />}>
          {t("landing.addYourDomain")}
        </LinkButton>
        <LinkButton href="/mail" size="lg">
          {t("landing.openWebmail")}
        </LinkButton>
      </div>
      <small>{t("landing.heroNote")}</small>
    </div>
    <DomainMock />
  </section>
);
