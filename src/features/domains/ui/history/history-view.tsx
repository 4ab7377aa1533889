import { t } from "~/lib/i18n/t";

export const HistoryView = () => <h2>{t("watch.title")}</h2>;
