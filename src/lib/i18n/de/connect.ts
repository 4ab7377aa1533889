import type en from "../en/connect";
import type { TranslationOf } from "../keys";

export default {
  title: "DNS von hier aus einrichten",
  text: "Lassen Sie die Einträge dort veröffentlichen, wo Ihr DNS verwaltet wird, statt sie abzutippen. Sie sehen jede Änderung vorher und können sie zurücknehmen.",
  textOther:
    "Ihr DNS wird bei {name} verwaltet. Von hier aus lässt es sich nicht ändern: Veröffentlichen Sie die Einträge von Hand, sie stehen alle auf der ersten Seite dieser Domain.",
  readOnly: "Ein Inhaber oder Administrator kann das DNS der Domain von hier aus ändern.",

  linkTitle: "Auf der Seite von {name}",
  linkText:
    "{name} kennt unsere Einträge. Sie melden sich dort an, sehen sie noch einmal und bestätigen; dann kommen Sie zurück. Ihr Passwort bekommt hier niemand zu sehen.",
  linkGo: "Weiter zu {name}",
  linkDone: "Alles, was auf diesem Weg veröffentlicht werden kann, ist veröffentlicht.",
  linkUnknown:
    "{name} übernimmt Einträge anderer auf Knopfdruck (Domain Connect), aber noch nicht die dieser Installation.",
  linkLooking: "Wir sehen nach, ob Ihr DNS-Anbieter das kann …",
  back: "Da sind Sie wieder. Wir sehen jetzt in Ihr DNS.",

  cloudflareTitle: "Mit einem Token von Cloudflare",
  cloudflareText: "Damit lesen wir die Zone, zeigen Ihnen, was sich ändern würde, und tun es, wenn Sie es sagen.",
  howTitle: "Woher Sie das Token bekommen",
  how1: "Öffnen Sie bei Cloudflare Mein Profil, dann API-Token, und wählen Sie Token erstellen.",
  how2: "Nehmen Sie die Vorlage Zonen-DNS bearbeiten. Sie erlaubt Zone, DNS, Bearbeiten; fügen Sie eine zweite Berechtigung hinzu: Zone, Zone, Lesen. Mehr ist nicht nötig.",
  how3: "Wählen Sie unter Zonenressourcen Einschließen, Bestimmte Zone, {zone}. Wenn Sie mögen, lassen Sie es morgen ablaufen.",
  how4: "Erstellen Sie das Token und fügen Sie es hier ein. Cloudflare zeigt es nur einmal.",
  howOpen: "Die Seite für Token bei Cloudflare öffnen",
  token: "Token",
  tokenHelp: "Es wird hierfür verwendet und dann vergessen, außer Sie behalten es.",
  tokenKept: "Für diese Domain ist ein Token versiegelt aufbewahrt.",
  tokenForget: "Token vergessen",
  tokenForgotten: "Das Token ist vergessen. Löschen Sie es auch bei Cloudflare.",
  tokenOther: "Ein anderes Token verwenden",
  movesMail: "Auch die Mail hierher umziehen",
  movesMailHelp:
    "Ersetzt die Mailserver (MX). Kreuzen Sie das an, wenn die Postfächer angelegt sind: Ab dann kommt die Mail hier an.",
  preview: "Zeigen, was sich ändern würde",

  planTitle: "Was sich in {zone} ändern würde",
  planText: "Noch ist nichts geschehen.",
  planNothing: "Nichts: Die Zone hat alles, was auf diesem Weg veröffentlicht werden kann.",
  add: { one: "{count} Eintrag hinzufügen", other: "{count} Einträge hinzufügen" },
  remove: { one: "{count} Eintrag entfernen", other: "{count} Einträge entfernen" },
  replace: { one: "{count} Eintrag ändern", other: "{count} Einträge ändern" },
  now: "Jetzt",
  after: "Danach",
  proxied: "Hinter dem Proxy von Cloudflare",
  keep: { one: "{count} Eintrag an denselben Namen bleibt", other: "{count} Einträge an denselben Namen bleiben" },
  skipped: { one: "{count} Eintrag bleibt Ihnen überlassen", other: "{count} Einträge bleiben Ihnen überlassen" },
  skipped_unknown: "Wir konnten nicht genug darüber herausfinden. Versuchen Sie es später noch einmal.",
  skipped_in_the_way: "An diesem Namen steht etwas anderes. Verschieben Sie das zuerst.",
  keepsToken: "Das Token für das nächste Mal behalten",
  keepsTokenHelp: "Versiegelt und nur für diese Domain. Sie können es hier jederzeit vergessen lassen.",
  change: "DNS jetzt ändern",
  cancel: "Nichts ändern",

  doing: "DNS wird geändert: {done} von {total} erledigt",
  undoing: "Wird zurückgenommen: noch {done} von {total}",
  appliedTitle: "Das DNS wurde geändert",
  appliedText: "Resolver merken es binnen Minuten. Die erste Seite dieser Domain verfolgt es.",
  undoneTitle: "Die Änderung wurde zurückgenommen",
  undoneText: "Die Zone ist wieder wie zuvor.",
  failedTitle: "Das DNS wurde nicht vollständig geändert",
  failedUndoTitle: "Die Änderung wurde nicht vollständig zurückgenommen",
  failedProgress: "{done} von {total} Schritten sind getan.",
  what: "Was geändert wurde",
  undo: "Rückgängig machen",
  goOn: "Fortsetzen",
  tokenAgain: "Token von Cloudflare",
  tokenAgainHelp: "Es wurde nach der Änderung vergessen und wird deshalb noch einmal gebraucht.",

  error_refused:
    "Cloudflare lehnt das Token ab: Es ist falsch, abgelaufen oder darf das DNS dieser Zone nicht bearbeiten.",
  error_zone_not_found:
    "Das Token erreicht keine Zone, in der diese Domain liegt. Ist es für eine andere Zone oder ein anderes Konto?",
  error_zone_inactive:
    "Cloudflare hat diese Zone, aber die Nameserver der Domain führen woandershin: Niemand sähe, was dort geändert wird. Tragen Sie zuerst dort, wo die Domain registriert ist, die Nameserver von Cloudflare ein.",
  error_record_gone: "Ein Eintrag war fort, bevor er an der Reihe war.",
  error_in_the_way: "Wo ein Eintrag hin sollte, steht etwas anderes.",
  error_not_taken: "Cloudflare hat einen Eintrag nicht angenommen.",
  error_too_many: "Cloudflare ist mit Anfragen dieses Kontos beschäftigt. Versuchen Sie es in fünf Minuten wieder.",
  error_unavailable:
    "Cloudflare hat nicht geantwortet. Was sicher ist, ist vermerkt; versuchen Sie es gleich noch einmal.",
  error_changed_since:
    "Jemand hat die Zone geändert, nachdem Sie sie gesehen haben; deshalb wurde nichts weiter angefasst. Sehen Sie noch einmal nach und entscheiden Sie neu.",
  error_left_some: "Was jemand seither geändert hat, blieb, wie es ist. Alles andere ist wie zuvor.",
  error_token_needed: "Das Token ist fort. Geben Sie es noch einmal ein.",
  error_plan_stale: "Diese Vorschau ist zu alt oder wurde schon verwendet. Sehen Sie die Zone noch einmal an.",
  error_change_running: "Eine Änderung läuft noch. Warten Sie, bis sie fertig ist.",
} satisfies TranslationOf<typeof en>;
