import type { TranslationOf } from "../keys";
import type english from "../en/handling";

export default {
  archived: { one: "Archiviert.", other: "{count} Unterhaltungen archiviert." },
  trashed: { one: "In den Papierkorb verschoben.", other: "{count} Unterhaltungen in den Papierkorb verschoben." },
  junked: { one: "In den Spam-Ordner verschoben.", other: "{count} Unterhaltungen in den Spam-Ordner verschoben." },
  movedToInbox: {
    one: "In den Posteingang verschoben.",
    other: "{count} Unterhaltungen in den Posteingang verschoben.",
  },
  movedTo: { one: "Nach {name} verschoben.", other: "{count} Unterhaltungen nach {name} verschoben." },
  destroyed: { one: "Endgültig gelöscht.", other: "{count} Unterhaltungen endgültig gelöscht." },
  markedRead: { one: "Als gelesen markiert.", other: "{count} Unterhaltungen als gelesen markiert." },
  markedUnread: { one: "Als ungelesen markiert.", other: "{count} Unterhaltungen als ungelesen markiert." },
  flagged: { one: "Markiert.", other: "{count} Unterhaltungen markiert." },
  unflagged: { one: "Markierung entfernt.", other: "Markierung von {count} Unterhaltungen entfernt." },
  labelled: { one: "Mit dem Label {name} versehen.", other: "{count} Unterhaltungen mit dem Label {name} versehen." },
  unlabelled: { one: "Label {name} entfernt.", other: "Label {name} von {count} Unterhaltungen entfernt." },
  select: "Auswählen: {subject}",
  selectAll: "Alle Unterhaltungen auswählen",
  more: "Mehr",
  labels: "Labels",
  move: "In Ordner verschieben",
  notJunk: "Kein Spam",
  destroy: "Endgültig löschen",
  dragged: { one: "{count} Unterhaltung", other: "{count} Unterhaltungen" },
  newFolder: "Neuer Ordner",
  foldersInside: "Ordner in {name}",
  folderActs: "Ordner {name}: Aktionen",
  newLabel: "Neues Label",
  labelActs: "Label {name}: Aktionen",
} satisfies TranslationOf<typeof english>;
