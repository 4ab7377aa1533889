export default {
  finding_wildcard: "Every name below {name} answers with {found}, also those that were never published.",

  advice_none_match: "Found as it should be.",
  advice_none: "Not looked at yet.",
  advice_add: "Nothing is published under this name. Add the record as shown.",
  advice_name_doubled:
    "The record stands at {found}: your provider adds the domain by itself. Type only {short} as the name, so that it becomes {want}.",
  advice_domain_not_found: "DNS knows no domain {domain}. Is it registered, and are its name servers set?",
  advice_could_not_ask:
    "The DNS servers gave no usable answer just now ({reason}). Nothing is lost by that; we ask again.",
  advice_servers_disagree:
    "The domain's name servers do not agree yet: {servers} still answers otherwise. That settles by itself; we ask again.",
  advice_dnssec_broken:
    "The signatures of the domain (DNSSEC) do not hold, so careful servers get no answer at all. Correct them where the domain is registered, or turn them off.",
  advice_value_quoted: "The value is there, but with quotation marks around it. Remove the quotation marks.",
  advice_value_escaped: "The value is there, but with backslashes in it. Remove the backslashes.",
  advice_value_odd_space:
    "The value is there, but with an odd blank in it, as copying from a web page leaves. Paste the value anew.",
  advice_proof_other: "Found the token of another attempt or account. Replace it with the value shown.",
  advice_proof_taken:
    "Your proof is right, but another account has proven this domain before. Ask them to release it, or ask whoever runs this server.",
  advice_mx_not_switched: "Mail still goes to {found}. When you are ready, replace that with {want}.",
  advice_mx_lost: "Mail came here before and now goes to: {found}. Put the record shown back.",
  advice_mx_split:
    "{others} has the same or a better priority, so part of your mail goes there. Remove it, or give it a higher number.",
  advice_mx_backup: "Mail comes here. When we cannot be reached, it goes to {others}: fine if you mean it.",
  advice_mx_null: "The record says that this domain takes no mail at all. Replace it.",
  advice_mx_target_is_ip: "{target} is an address; an MX record needs a host name. Replace it with the value shown.",
  advice_mx_target_is_alias: "{target} is an alias for our server, which MX does not allow. Write {want} instead.",
  advice_mx_target_doubled: "Found {target}: your provider added the domain. Write {want} with a dot at the end.",
  advice_spf_several:
    "There are {count} SPF records; receivers then ignore all of them. Replace them with the one shown, which keeps every sender.",
  advice_spf_add_ours:
    "There is an SPF record, but it does not name us. Replace it with the one shown, which keeps what is there.",
  advice_spf_syntax: "Receivers stumble over “{term}” and ignore the whole record. Correct it.",
  advice_spf_after_all: "We are named after “all”, where nobody reads on. Use the line shown.",
  advice_spf_loop: "The record includes itself by way of {name}. Remove that include.",
  advice_spf_too_many:
    "Checking this record takes {count} look-ups; receivers stop at 10 and call it an error. Remove senders that you no longer use.",
  advice_spf_void: "Works, but these names lead nowhere and receivers allow two of them: {names}. Remove them.",
  advice_spf_broken_include: "The record includes {name}, which has no SPF record of its own. Remove that include.",
  advice_spf_plus_all: "Works, but “+all” lets everybody send in your name. Use “~all”.",
  advice_spf_at_alias: "Works, but the domain is an alias for {alias}, so its mail records are those of that name.",
  advice_dkim_several: "There are {count} TXT records under this name; there must be one. Keep the one shown.",
  advice_dkim_revoked: "The record says that the key is withdrawn: nothing stands behind p=. Paste the value shown.",
  advice_dkim_malformed: "The record is not a DKIM key as receivers read it. Paste the value shown.",
  advice_dkim_truncated:
    "The key is cut off: {found} of {want} characters are there. Paste the whole value, in several strings if your provider asks for it.",
  advice_dkim_other_key: "Found another key under this name. Replace it with the value shown.",
  advice_dkim_wrong_use: "The key there is not allowed to sign mail. Replace it with the value shown.",
  advice_dmarc_several: "There are {count} DMARC records; receivers then ignore all of them. Keep one.",
  advice_dmarc_malformed: "The record has no policy that receivers understand. Replace it with the value shown.",
  advice_dmarc_inherited: "{parent} sets the policy “{policy}” for this domain too. You need no record of your own.",
  advice_dmarc_report_not_mailto: "Works, but reports can only go to a mail address, not to {uri}.",
  advice_dmarc_report_unconfirmed:
    "Works, but {host} has not agreed to take reports on this domain, so none are sent there.",
  advice_alias_other: "The name leads to {found}, perhaps your provider before. Change it to {want}.",
  advice_alias_is_address:
    "Found {found} in place of an alias, often a proxy's. Turn the proxy off for this name and make it an alias for {want}.",
  advice_service_other:
    "Mail programs are sent to {found}, perhaps your provider before. Replace it with the value shown.",
  advice_sts_several: "There are {count} such records; senders then ignore all of them. Keep one.",
  advice_sts_malformed: "The id is missing or has other characters than letters and digits. Use the value shown.",
  advice_sts_other: "Found the policy of another provider. Until it is replaced, senders may refuse to deliver here.",
  advice_tls_rpt_malformed: "The record names no place that reports can go to. Use the value shown.",
};
