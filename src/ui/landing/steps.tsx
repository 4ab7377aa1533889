import { For } from "solid-js";
import { t } from "~/lib/i18n/t";

const steps = [
  { title: "landing.step1Title", text: "landing.step1Text", sample: "claim  example.com" },
  { title: "landing.step2Title", text: "landing.step2Text", sample: "TXT  deftmail-proof=8f3k…" },
  { title: "landing.step3Title", text: "landing.step3Text", sample: "MX  10  mail.example.net" },
] as const;

export const Steps = () => (
  <section data-slot="steps" aria-labelledby="steps-title">
    <h2 id="steps-title">{t("landing.stepsTitle")}</h2>
    <p>{t("landing.stepsText")}</p>
    <ol>
      <For each={steps}>
        {(step, at) => (
          <li>
            <span aria-hidden="true">{at() + 1}</span>
            <h3>{t(step.title)}</h3>
            <p>{t(step.text)}</p>
            <code aria-hidden="true">{step.sample}</code>
          </li>
        )}
      </For>
    </ol>
  </section>
);
