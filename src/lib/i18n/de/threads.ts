import type { TranslationOf } from "../keys";
import type english from "../en/threads";

export default {
  filters: "Anzeigen",
  filter_all: "Alle",
  filter_unread: "Ungelesen",
  filter_flagged: "Markiert",
  filter_files: "Mit Dateien",
  viewMenu: "Sortierung und Ansicht",
  sort: "Sortieren nach",
  sort_newest: "Neueste zuerst",
  sort_oldest: "Älteste zuerst",
  sort_from: "Absender",
  sort_subject: "Betreff",
  sort_size: "Größte zuerst",
  view: "Ansicht",
  compact: "Kompakte Zeilen",
  previews: "Vorschau",
  split: "Unterhaltung neben der Liste",
  shown: { one: "{count} Unterhaltung wird angezeigt.", other: "{count} Unterhaltungen werden angezeigt." },
  noneTitle: "Nichts gefunden",
  noneText: "In diesem Ordner ist keine Unterhaltung so.",
  previous: "Vorherige Unterhaltung",
  next: "Nächste Unterhaltung",
} satisfies TranslationOf<typeof english>;
