import type { JSX } from "solid-js";
import { t } from "~/lib/i18n/t";
import { AuditMock, IsolationMock, PrivacyMock, RunMock } from "./feature-mocks";
import { MailMock } from "./mail-mock";
import { ResolverMock } from "./resolver-mock";

export const Features = () => (
  <section data-slot="features" aria-label={t("common.productName")}>
    <Feature wide title={t("landing.dnsTitle")} text={t("landing.dnsText")}>
      <ResolverMock />
    </Feature>
    <Feature title={t("landing.isolationTitle")} text={t("landing.isolationText")}>
      <IsolationMock />
    </Feature>
    <Feature title={t("landing.auditTitle")} text={t("landing.auditText")}>
      <AuditMock />
    </Feature>
    <Feature wide title={t("landing.webmailTitle")} text={t("landing.webmailText")}>
      <MailMock />
    </Feature>
    <Feature wide title={t("landing.ownTitle")} text={t("landing.ownText")}>
      <RunMock />
    </Feature>
    <Feature title={t("landing.privacyTitle")} text={t("landing.privacyText")}>
      <PrivacyMock />
    </Feature>
  </section>
);

const Feature = (props: { title: string; text: string; wide?: boolean; children: JSX.Element }) => (
  <article data-slot="feature" data-wide={props.wide ? "" : undefined}>
    <div data-slot="feature-picture" aria-hidden="true">
      {props.children}
    </div>
    <h2>{props.title}</h2>
    <p>{props.text}</p>
  </article>
);
