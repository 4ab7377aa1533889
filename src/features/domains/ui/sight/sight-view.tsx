import { t } from "~/lib/i18n/t";

export const SightView = () => <h2>{t("sight.title")}</h2>;
